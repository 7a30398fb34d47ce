namespace FeedHub.Hub;

/// <summary>What became of a request to the hub.</summary>
/// <param name="Id">Its key; null where it was refused.</param>
/// <param name="Replaced">Key of the earlier request that it replaces; 0: none.</param>
/// <param name="EndsNothing">Whether it is to end a subscription that is not there: nobody is asked.</param>
internal sealed record HubAdmission(long? Id, long Replaced = 0, bool EndsNothing = false);
