namespace Truceline.Ingest.Stories.Signatures;

/// <summary>
/// What replicas tell each other of their reports' signatures. Use: <see cref="BringAsync"/> with a batch before its texts are looked up in
/// <see cref="INearDuplicateIndex"/>, <see cref="Share"/> after its commit. Safe for many threads.
/// </summary>
internal interface ISharedSignatures
{
    /// <summary>Brings into this replica's index what other replicas know under the keys of these signatures. It never fails and waits at most
    /// <c>Cache:PatienceMilliseconds</c>; without Redis it does nothing.</summary>
    Task BringAsync(IReadOnlyList<StorySignature> signatures, CancellationToken cancellationToken);

    /// <summary>Tells the others of reports that are committed. Returns at once, never fails.</summary>
    void Share(IReadOnlyList<IndexedReport> reports);

    /// <summary>Takes back what was shared of reports (erasure). It never fails and waits at most <c>Cache:PatienceMilliseconds</c>; what is not taken back
    /// expires.</summary>
    Task WithdrawAsync(IReadOnlyList<string> reportIds, CancellationToken cancellationToken);
}
