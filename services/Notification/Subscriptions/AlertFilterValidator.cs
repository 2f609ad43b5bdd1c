using System.Globalization;
using Google.Protobuf.Collections;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Notification.Subscriptions;

/// <summary>What is wrong with a filter. Pure.</summary>
internal static class AlertFilterValidator
{
    private const int MostItems = 100;
    private const int LongestItem = 200;

    /// <summary>Notes every violation.</summary>
    /// <param name="filter">The filter; null wants everything.</param>
    /// <param name="path">Its path in the request.</param>
    /// <param name="violations">Takes what is wrong.</param>
    internal static void Check(AlertFilter? filter, string path, FieldViolations violations)
    {
        if (filter is null)
        {
            return;
        }

        CheckCount(filter.Subjects.Count, $"{path}.subjects", violations);
        for (var i = 0; i < Math.Min(filter.Subjects.Count, MostItems); i++)
        {
            violations.AddIf(filter.Subjects[i] == Subject.Unspecified || !Enum.IsDefined(filter.Subjects[i]),
                At(path, "subjects", i), "It must be SUBJECT_INCIDENT, SUBJECT_OBLIGATION or SUBJECT_CLAIM.", "UNKNOWN_VALUE");
        }

        CheckTexts(filter.AgreementIds, path, "agreement_ids", violations);
        CheckTexts(filter.Classes, path, "classes", violations);
        for (var i = 0; i < Math.Min(filter.Classes.Count, MostItems); i++)
        {
            var star = filter.Classes[i].IndexOf('*', StringComparison.Ordinal);
            violations.AddIf(star >= 0 && star != filter.Classes[i].Length - 1,
                At(path, "classes", i), "A \"*\" may only stand at the end.", "INVALID_PATTERN");
        }
    }

    private static void CheckTexts(RepeatedField<string> items, string path, string name, FieldViolations violations)
    {
        CheckCount(items.Count, $"{path}.{name}", violations);
        for (var i = 0; i < Math.Min(items.Count, MostItems); i++)
        {
            violations.AddIf(items[i].Length == 0, At(path, name, i), "It must not be empty.", "REQUIRED");
            violations.AddIf(items[i].Length > LongestItem, At(path, name, i), $"It must have at most {LongestItem} characters.", "TOO_LONG");
        }
    }

    private static void CheckCount(int count, string path, FieldViolations violations) =>
        violations.AddIf(count > MostItems, path, $"There may be at most {MostItems}.", "TOO_MANY");

    private static string At(string path, string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}.{name}[{index}]");
}
