using System.ComponentModel.DataAnnotations;

namespace Truceline.DevSidecar.Faults;

/// <summary>What is wrong with a rule. Rule: its index, or null when it is about the whole. Member: of the rule, or of the whole.</summary>
internal sealed record FaultViolation(int? Rule, string Member, string Reason);

/// <summary>Checks rules, from the settings or from a request; collects every violation.</summary>
internal static class FaultValidator
{
    /// <param name="options">What is checked.</param>
    /// <param name="appIds">The apps that a rule may name.</param>
    public static IReadOnlyList<FaultViolation> Check(FaultOptions options, IReadOnlyCollection<string> appIds)
    {
        var violations = new List<FaultViolation>(Annotations(null, options));
        for (var index = 0; index < options.Rules.Count; index++)
        {
            if (options.Rules[index] is not { } rule)
            {
                violations.Add(new FaultViolation(index, "", "A rule is an object."));
                continue;
            }

            violations.AddRange(Annotations(index, rule));
            if (rule.MinDelay > rule.MaxDelay)
                violations.Add(new FaultViolation(index, nameof(rule.MinDelay), $"It is longer than {nameof(rule.MaxDelay)}."));
            if (rule.Die > 0 && rule.DieAt is null)
                violations.Add(new FaultViolation(index, nameof(rule.DieAt), $"It is needed with {nameof(rule.Die)}."));
            foreach (var topic in rule.Topics.Where(topic => string.IsNullOrEmpty(topic) || topic[..^1].Contains('*', StringComparison.Ordinal)))
            {
                violations.Add(new FaultViolation(
                    index, nameof(rule.Topics), $"'{topic}' is not the name of a topic, nor the beginning of one followed by '*'."));
            }

            foreach (var app in rule.Apps.Where(app => !appIds.Contains(app)))
                violations.Add(new FaultViolation(index, nameof(rule.Apps), $"There is no app '{app}'."));
        }

        return violations;
    }

    private static IEnumerable<FaultViolation> Annotations(int? index, object instance)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(instance, new ValidationContext(instance), results, validateAllProperties: true);
        return results.Select(result =>
            new FaultViolation(index, result.MemberNames.FirstOrDefault() ?? "", result.ErrorMessage ?? "It is not valid."));
    }
}
