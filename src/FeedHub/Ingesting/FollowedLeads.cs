using FeedHub.Model.Stories;
using FeedHub.Storage.Statements.Stories;
using FeedHub.Storage.Writing;

namespace FeedHub.Ingesting;

/// <summary>
/// What a node that stands by has read of the leads that another one stores: it asks which are other ones, and reads these alone
/// (docs/notes/nodes.md).
/// </summary>
internal sealed class FollowedLeads
{
    private const int AtATime = 1000;

    private Dictionary<long, long> _known = [];

    /// <summary>Stories whose leads an earlier version made: only who stores can renew them.</summary>
    public IReadOnlyList<long> Outdated { get; private set; } = [];

    /// <summary>Reads what is new or another one since the last time, and drops what is gone.</summary>
    /// <param name="session">To read by.</param>
    /// <param name="fingerprinter">Of this version.</param>
    /// <param name="since">Stories first seen before are not asked for.</param>
    /// <param name="put">What is to be done with a lead that is new or another one.</param>
    /// <param name="drop">What is to be done with a story that is gone.</param>
    /// <param name="mayGoOn">Asked after each thousand; what is not read then is read the next time.</param>
    public void Follow(
        WriteSession session,
        Fingerprinter fingerprinter,
        DateTimeOffset since,
        Action<StoredLead> put,
        Action<long> drop,
        Func<bool> mayGoOn)
    {
        var changed = Compare(session, since, drop);
        var (leads, outdated) = (new StoredLeads(session, fingerprinter), new List<long>());
        foreach (var some in changed.Chunk(AtATime))
        {
            if (!mayGoOn())
                return;
            var missing = some.ToDictionary();
            foreach (var lead in leads.Of(missing.Keys, since))
            {
                put(lead);
                _known[lead.StoryId] = missing[lead.StoryId];
                missing.Remove(lead.StoryId);
            }

            foreach (var storyId in missing.Keys)
            {
                drop(storyId);
                _known.Remove(storyId);
            }

            outdated.AddRange(missing.Keys);
        }

        Outdated = outdated;
    }

    // What is another one keeps its former version until it is read.
    private List<KeyValuePair<long, long>> Compare(WriteSession session, DateTimeOffset since, Action<long> drop)
    {
        var (before, changed) = (_known, new List<KeyValuePair<long, long>>());
        _known = new(before.Count);
        foreach (var (storyId, version) in LeadVersions.Since(session, since))
        {
            var isKnown = before.Remove(storyId, out var known);
            if (isKnown)
                _known.Add(storyId, known);
            if (!isKnown || known != version)
                changed.Add(new(storyId, version));
        }

        foreach (var storyId in before.Keys)
            drop(storyId);
        return changed;
    }
}
