namespace Truceline.Ingest.Stories.Signatures;

/// <summary>Without Redis replicas learn of each other's reports from storage alone.</summary>
internal sealed class UnsharedSignatures : ISharedSignatures
{
    public Task BringAsync(IReadOnlyList<StorySignature> signatures, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Share(IReadOnlyList<IndexedReport> reports)
    {
    }

    public Task WithdrawAsync(IReadOnlyList<string> reportIds, CancellationToken cancellationToken) => Task.CompletedTask;
}
