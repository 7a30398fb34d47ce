namespace FeedHub.Syndication.Reasons;

/// <summary>
/// Which reason it is. The names are stored: a code that is out of use stays as long as rows may hold it, and gets no other meaning. What
/// each says, and with which arguments, stands in the tables of words (<see cref="ReasonLanguage"/>).
/// </summary>
public enum ReasonCode
{
    /// <summary>Text that is not FeedHub's own words.</summary>
    Text,

    // Why an item is in its story.
    BeganStory, SameAddress, JoinedByAdmin, NothingAlike, Compared,
    SameText, Doubtful, AnotherText,
    HeadlinesAlike, HeadlinesPartlyAlike, HeadlinesDiffer, NumbersAgree, OneNumberDiffers, NumbersDiffer, NamesDiffer, SameSource,

    // Why it has a category.
    SetByEditor, SourcesCategory, PublishersCategory, TextAsAWhole, OneWord, SomeWords, InLeaningSource,
    RuleMatched, RuleExcludes, RuleHolds, InTitle, InText, InAddress, InAuthorsName, InPublishersCategory,
    HabitOfSource, SignCategory, SignSection, SignSubdomain,

    // Why all items get their categories again.
    FirstCategories, RulesChanged, SourcesCategoriesChanged, CategoriesOfManyChanged, AdminAsked, AdminChangedRules,
    WordMapped, WordMeansNothing, WordForgotten,

    // What an answer was, and why there was none.
    HttpStatus, HttpBut, InsteadOf200, UnaskedNotModified, CloudflareChallenge, AfterRedirects, NoDnsAddress, DnsFailed,
    ConnectionRefused, NoConnectionInTime, NoConnection, TlsFailed, ConnectionClosed, ConnectionReset, HeadersTooLarge, NotHttp,
    NoAnswer, NoAnswerWithin, NoAnswerInTime, BodyDidNotEnd, ConnectionBrokeOff, BodyBrokeOff, CodingEndsEarly, BodyNotValid,
    UnknownCoding, TooManyCodings, DocumentTooLarge, SizeInMiB, SizeInBytes, NoLocation, LocationIsNoAddress, LocationForbidden,
    RedirectLoop, TooManyRedirects, LeadsNowhere,

    // Why a server was not asked.
    HostRests, HostAskedForRest, TurnDidNotCome, HeadersMissing, HeaderIsOurs, HeaderNotAllowed, HeaderUnsendable, NoWebAddress,
    RefusedScheme, RefusedHostCharacter, RefusedHostLength, RefusedUserInfo, RefusedPort, RefusedNetwork, RefusedAlways,
    NameOfAddress, A, An,

    // Why a page has given no article.
    RobotsForbid, PagePaid, PageWithoutText, PageNoHtml, PagesRest, PagesEnded, PagesTooMany, PageRepeats,
    PageOfAnother, PagesWithoutEnd, PageNotFurther,

    // What came that is not a feed.
    NoFeed, OneFeedNamed, FeedsNamed, EmptyBody, BodyIsJson, BodyIsXml, BodyIsText, BodyIsOpml, BodyIsSitemap,
    BodyIsSitemapIndex, BodyIsPage, BodyIsPageTitled, BodyIsChallenge, BodyIsChallengeTitled, ReadingFailed, NothingWhole,
    NoSitemap, NoList, BodyIsFeed, SitemapOfIndex, BodyIsFile, BodyIsNoText,

    // Why a sitemap or a page brings nothing.
    NothingIsSelected, SelectedIsEmpty, NoListFound, IndexWithoutNews, ArchiveWithoutDates, SameListed, FoundByItself, RobotsForbidSource,
    RobotsUnread,

    // When a source is polled next, and why then.
    GoneForGood, LastPollFailed, LastPollsFailed, RetryAfterAsked, IntervalOfItsOwn, IntervalByRhythm, FreshForSoLong, TtlAsked,
    UpdatePeriodAsked,

    // What was noted about a feed.
    Notes, ItemsRenamed, GuidShared, GuidsShared,

    // How a subscription at a hub stands.
    ItemsNotPushed, ItemNotPushed, HubDidNotVerify, LeaseEnded, PushOfAnotherTopic, PushUnsigned, PushSignatureWrong,
    PushSignatureWeak, PushBrokeOff, PushTooLarge, PushTooLargeDecoded,

    // What was repaired in a document, or left out of it.
    CutOff, NotTheDeclaredCharset, MixedCharsets, OverfullTag, NotWellFormed, ForbiddenCharacters, BareAmpersand,
    UndeclaredEntities, UndeclaredPrefix, BareLessThan, OpenCdata, ElementsMended, EndsInsideItem, RootNotClosed, EndsEarly,
    ElementsFlattened, ListNotWellFormed, LoneSurrogates, JsonControls, JsonEscapes, JsonEndsEarly, JsonDamaged,
    ConnectionEndedEarly, ImpossibleDates, LinksToNowhere, ItemsLost, ItemLost, LinesCut, ListCut, Attachments, Authors,
    Categories, AddressesLeftOut, TextsCut,

    // What happened to FeedHub or a source.
    SourceFails, SourceThrottled, SourceGone, SourceQuiet, SourceRecovered, SourceRecoveredFrom, WasFailing, WasGone, WasQuiet,
    WasThrottled, AskedAgain, NotAskedAgain, NoneYet, NoneFor, ADay, AWeek, AMonth, Seconds, Minutes, Hours, Days, DiskFull,
    DatabaseReadOnly, DiskFails, StorageRecovered, DiskLow, DiskRecovered, ModelRetrained, ModelTaken, ModelNotTaken,
    SubscriberDropped, DatabaseAway, PollsLate, PollsNotDispatched, PollsInTime,
    NoNetworkSince, NoNetwork, NetworkBack, NotModifiedHidNews, NotModifiedWasTrue, ProxyUnreachable,
    ProxyRefused, AlertTest, ProxyAwaySince, ProxyAway, CertificateExpired, CertificateTooEarly,
    CertificateOfOthers, CertificateUntrusted,
}
