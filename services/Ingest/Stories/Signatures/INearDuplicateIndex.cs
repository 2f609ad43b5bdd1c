namespace Truceline.Ingest.Stories.Signatures;

/// <summary>
/// Which reports carry the same text, in memory. All members are safe for many threads; each takes about a microsecond under one lock. What it holds
/// can be built again from stored signatures at any time; it decides nothing that is not decided by the two signatures alone
/// (<see cref="CopyDecision"/>), so that the order in which reports were added changes only which of several copies is found first.
/// </summary>
internal interface INearDuplicateIndex
{
    /// <summary>Number of reports in it.</summary>
    int Count { get; }

    /// <summary>Bytes of memory that it takes.</summary>
    long MemoryBytes { get; }

    /// <summary>The report that is most surely a copy of the text; the one added first among equals; null when there is none.</summary>
    StoryMatch? Find(StorySignature signature);

    /// <summary>All copies that it finds, the surest first: more than one story among them means that this text links them. At most 64.</summary>
    IReadOnlyList<StoryMatch> FindAll(StorySignature signature);

    /// <summary>Adds a report under its story. One that is in it already moves to the story.</summary>
    void Add(string storyId, string reportId, StorySignature signature);

    /// <summary>Takes a report out (its transaction failed; its text was erased). False when it was not in it.</summary>
    bool Remove(string reportId);

    /// <summary>Whether a report is in it.</summary>
    bool Contains(string reportId);

    /// <summary>Adds many, e.g. from storage; those that are in it already move to their story. Other calls go on in between.</summary>
    void Load(IEnumerable<IndexedReport> reports);
}
