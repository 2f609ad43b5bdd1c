using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Truceline.DevSidecar.Faults;

/// <summary>Decides what goes wrong: pure functions of the rules, the event and the number of the attempt. Immutable.</summary>
internal sealed class FaultPlan(FaultOptions options)
{
    private readonly IReadOnlyList<FaultRule> _rules = options.Rules;

    private readonly IReadOnlyList<string> _keys = [.. options.Rules.Select((rule, index) => KeyOf(options.Seed, index, rule))];

    /// <summary>Whether nothing ever goes wrong.</summary>
    public bool IsEmpty => _rules.Count == 0;

    /// <param name="target">The event and the app that receives it.</param>
    /// <param name="attempt">From 1; counts anew when a restart delivers the event again.</param>
    public DeliveryFaults ForDelivery(FaultTarget target, int attempt) => new(
        Deaths(DeathPoint.BeforeDelivery, target),
        Each(FaultKind.Reorder, rule => rule.Reorder, target, attempt) is { } held
            ? _rules[held].HoldBack * (0.5 + 0.5 * Roll(held, "Reorder length", target, attempt)) : null,
        Each(FaultKind.Delay, rule => rule.Delay, target, attempt) is { } late ? Length(late, FaultKind.Delay, target, attempt) : null,
        Each(FaultKind.Stall, rule => rule.Stall, target, attempt) is not null,
        FirstTimes(FaultKind.Fail, rule => rule.Fail, target, attempt),
        Each(FaultKind.Duplicate, rule => rule.Duplicate, target, attempt) is { } doubled
            ? Roll(doubled, "Duplicate timing", target, attempt) < 0.5 ? CopyTiming.After : CopyTiming.AtOnce : null,
        Deaths(DeathPoint.AfterDelivery, target),
        FirstTimes(FaultKind.FailAfter, rule => rule.FailAfter, target, attempt));

    /// <param name="target">The event and the app that publishes it.</param>
    /// <param name="attempt">From 1: how often the app has published this id to this topic.</param>
    public PublishFaults ForPublish(FaultTarget target, int attempt) => new(
        Each(FaultKind.PublishDelay, rule => rule.PublishDelay, target, attempt) is { } late
            ? Length(late, FaultKind.PublishDelay, target, attempt) : null,
        Deaths(DeathPoint.BeforeAppend, target),
        FirstTimes(FaultKind.PublishFail, rule => rule.PublishFail, target, attempt),
        Each(FaultKind.PublishDuplicate, rule => rule.PublishDuplicate, target, attempt) is not null,
        Deaths(DeathPoint.AfterAppend, target),
        FirstTimes(FaultKind.PublishFailAfter, rule => rule.PublishFailAfter, target, attempt));

    private static string KeyOf(int seed, int index, FaultRule rule)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{seed}/{index}/{JsonSerializer.Serialize(rule)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    private static bool Covers(FaultRule rule, FaultTarget target) =>
        (rule.Apps.Count == 0 || rule.Apps.Contains(target.AppId, StringComparer.Ordinal))
        && (rule.Topics.Count == 0 || rule.Topics.Exists(pattern => Matches(pattern, target.Topic)));

    private static bool Matches(string pattern, string topic) =>
        pattern.EndsWith('*') ? topic.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal) : topic == pattern;

    /// <summary>The first rule that hits this attempt.</summary>
    private int? Each(FaultKind kind, Func<FaultRule, double> probability, FaultTarget target, int attempt)
    {
        for (var index = 0; index < _rules.Count; index++)
        {
            if (Hits(index, kind, probability, target, attempt))
                return index;
        }

        return null;
    }

    /// <summary>Whether a rule has chosen the event, and this is one of the attempts that it spoils.</summary>
    private bool FirstTimes(FaultKind kind, Func<FaultRule, double> probability, FaultTarget target, int attempt)
    {
        for (var index = 0; index < _rules.Count; index++)
        {
            if ((_rules[index].Times == 0 || attempt <= _rules[index].Times) && Hits(index, kind, probability, target, attempt: 0))
                return true;
        }

        return false;
    }

    private List<DeathSentence> Deaths(DeathPoint point, FaultTarget target)
    {
        var sentences = new List<DeathSentence>();
        for (var index = 0; index < _rules.Count; index++)
        {
            if (_rules[index].DieAt == point && Hits(index, FaultKind.Die, rule => rule.Die, target, attempt: 0))
                sentences.Add(new DeathSentence(_keys[index], _rules[index].Times));
        }

        return sentences;
    }

    private bool Hits(int index, FaultKind kind, Func<FaultRule, double> probability, FaultTarget target, int attempt) =>
        probability(_rules[index]) is > 0 and var chance && Covers(_rules[index], target) && Roll(index, kind.ToString(), target, attempt) < chance;

    private TimeSpan Length(int index, FaultKind kind, FaultTarget target, int attempt) =>
        _rules[index].MinDelay + (_rules[index].MaxDelay - _rules[index].MinDelay) * Roll(index, $"{kind} length", target, attempt);

    private double Roll(int index, string purpose, FaultTarget target, int attempt) =>
        FaultDice.Roll(options.Seed, index, purpose, target, attempt);
}
