using System.Globalization;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Type.V1;

namespace Truceline.Notification.Alerts;

/// <summary>
/// Tells which claims of copies, and of versions of one report, say the same, so that subscribers hear of it once: what is claimed must be the same, whatever the
/// words, the outlet and the place in the text. A figure that changed makes another claim. Pure.
/// </summary>
internal static class ClaimLikeness
{
    /// <summary>
    /// For each claim of an event a key that a like claim of the same story has, too; null when the story is not known. Of like claims in one event the
    /// second has the key of the second in another.
    /// </summary>
    internal static IReadOnlyList<string?> KeysOf(ClaimsExtracted report)
    {
        if (report.StoryId.Length == 0)
        {
            return new string?[report.Claims.Count];
        }

        var part = report.Part > 1 ? report.Part.ToString(CultureInfo.InvariantCulture) : "";
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. report.Claims.Select(claim =>
        {
            var likeness = LikenessOf(claim);
            var number = seen[likeness] = seen.GetValueOrDefault(likeness) + 1;
            return ContentHash.Of(report.StoryId, part, likeness, number.ToString(CultureInfo.InvariantCulture));
        })];
    }

    private static string LikenessOf(Claim claim) => ContentHash.Of(
        claim.Kind.ToString(), claim.Class, claim.Mode.ToString(), claim.Object,
        Names(claim.Actors), Names(claim.Targets), Names(claim.ObjectEntities), Name(claim.Speaker), Name(claim.Source),
        claim.Place?.Candidates.FirstOrDefault()?.GazetteerId is { Length: > 0 } id ? id : claim.Place?.Name ?? "",
        claim.Date?.Value ?? "", claim.Deadline?.Value ?? "", claim.Reliability.ToString(),
        string.Join('\n', claim.Quantities.Select(Figure)));

    private static string Names(IEnumerable<Participant> participants) => string.Join('\n', participants.Select(Name).Order(StringComparer.Ordinal));

    private static string Name(Participant? participant) => participant?.Name ?? "";

    private static string Figure(Quantity quantity) => string.Create(CultureInfo.InvariantCulture,
        $"{quantity.Kind} {(quantity.HasLow ? quantity.Low : "-")} {(quantity.HasHigh ? quantity.High : "-")} {quantity.Unit}");
}
