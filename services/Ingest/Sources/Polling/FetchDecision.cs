using System.Security.Cryptography;
using Truceline.Ingest.Sources.Fetching;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Sources.Polling;

/// <summary>What an answer means, and what follows from it for the source. Pure.</summary>
internal static class FetchDecision
{
    // From here on the pause is at its longest whatever the base.
    private const int MostDoublings = 30;

    /// <summary>What an answer means. <see cref="FetchOutcome.TakenIn"/> says that its body is to be taken in, which may still fail.</summary>
    /// <param name="state">What the fetches before left.</param>
    /// <param name="answer">The answer.</param>
    internal static Judgement Judge(FetchState state, FetchAnswer answer) => answer switch
    {
        { Reason.Length: > 0 } => Judgement.Failure(answer.Reason),
        { Status: 304, WasConditional: true } => new Judgement(FetchOutcome.NotModified),
        { Status: 410 } => new Judgement(FetchOutcome.Gone, FetchReasons.Http(410)),
        { Body: { Length: 0 } } => Judgement.Failure(FetchReasons.BodyEmpty),
        { Body: { } body } when HashOf(body) == state.BodyHash => new Judgement(FetchOutcome.Unchanged),
        { Body: not null } => new Judgement(FetchOutcome.TakenIn),
        _ => Judgement.Failure(FetchReasons.Http(answer.Status)),
    };

    /// <summary>What the fetch leaves for the next one.</summary>
    /// <param name="source">The source, for its id and schedule.</param>
    /// <param name="state">What the fetches before left.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="judgement">What it meant and what became of the body.</param>
    /// <param name="now">The present.</param>
    /// <param name="policy">Bounds.</param>
    /// <param name="draw">A number in [0, 1), for the part of a pause that is left to chance.</param>
    internal static FetchState Next(
        Source source, FetchState state, FetchAnswer answer, Judgement judgement, DateTimeOffset now, PollingPolicy policy, double draw)
    {
        state = state with { LastAttempt = now };
        switch (judgement.Outcome)
        {
            case FetchOutcome.Gone:
                return state with { IsGone = true, NextDue = null, LastError = judgement.Reason, ConsecutiveFailures = state.ConsecutiveFailures + 1 };
            case FetchOutcome.Failed:
                return state with
                {
                    LastError = judgement.Reason,
                    ConsecutiveFailures = state.ConsecutiveFailures + 1,
                    NextDue = state.IsGone ? null : now + Pause(source, state.ConsecutiveFailures, answer.RetryAfter, now, policy, draw),
                };
            default:
                return state with
                {
                    Validators = judgement.Outcome == FetchOutcome.NotModified ? state.Validators.UpdatedBy(answer.Validators) : answer.Validators,
                    BodyHash = answer.Body is { } body ? HashOf(body) : state.BodyHash,
                    LastError = "",
                    ConsecutiveFailures = 0,
                    LastSuccess = now,
                    IsGone = false,
                    NextDue = SourceSchedule.Next(source, now, Shorter(answer.Freshness ?? TimeSpan.Zero, policy.LongestFreshness), policy.CronSpread),
                };
        }
    }

    /// <summary>The address that takes the place of the source's; null when it stays. Only an answer that is of use shows that a redirect for good leads somewhere.</summary>
    internal static string? NewAddress(Source source, FetchAnswer answer, Judgement judgement) =>
        judgement.Outcome is FetchOutcome.TakenIn or FetchOutcome.NotModified or FetchOutcome.Unchanged
        && answer.PermanentAddress.AbsoluteUri is { Length: <= SourceLimits.LongestAddress } address
        && address != new Uri(source.Address).AbsoluteUri
            ? address
            : null;

    /// <summary>How long nobody is to ask the host that answered, because it said so (429, 503); null when it did not.</summary>
    internal static TimeSpan? HostPause(FetchAnswer answer, TimeSpan longest) =>
        answer is { Status: 429 or 503, RetryAfter: { } asked } ? Shorter(asked, longest) : null;

    /// <summary>The pause after a failure: doubled for each one before, lengthened by up to a half by chance, and never shorter than the server asked for.</summary>
    private static TimeSpan Pause(Source source, int failuresBefore, TimeSpan? retryAfter, DateTimeOffset now, PollingPolicy policy, double draw)
    {
        var first = Shorter(policy.BackOff, SourceSchedule.Gap(source, now));
        var doubled = first.TotalSeconds * Math.Pow(2, Math.Min(failuresBefore, MostDoublings)) * (1 + (draw / 2));
        var pause = Math.Min(doubled, policy.LongestBackOff.TotalSeconds);
        return TimeSpan.FromSeconds(Math.Max(pause, Shorter(retryAfter ?? TimeSpan.Zero, policy.LongestRetryAfter).TotalSeconds));
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static string HashOf(byte[] body) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(body));
}

/// <summary>What a fetch came to.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Reason">Stable reason of a failure; empty otherwise.</param>
internal sealed record Judgement(FetchOutcome Outcome, string Reason = "")
{
    /// <summary>A failure.</summary>
    internal static Judgement Failure(string reason) => new(FetchOutcome.Failed, reason);
}
