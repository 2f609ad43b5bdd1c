using System.Globalization;
using System.Text;
using Truceline.Entity.V1;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Agreements;

/// <summary>
/// Tells whom of an agreement a report means. A name or alias decides; only where none matches does the participant's country, so that an
/// armed group named by the agreement is not taken for the government of its country.
/// </summary>
internal sealed class PartyMatcher
{
    private readonly IReadOnlyList<Party> _all;
    private readonly ILookup<string, string> _byName;

    public PartyMatcher(Agreement agreement)
    {
        _all = [.. agreement.Parties, .. agreement.Observers];
        _byName = _all
            .SelectMany(p => p.Aliases.Prepend(p.Name).Select(name => (Name: Fold(name), p.Id)))
            .Where(p => p.Name.Length > 0)
            .Distinct()
            .ToLookup(p => p.Name, p => p.Id);
    }

    /// <summary>Ids of the parties and observers that the participant belongs to; empty when it belongs to none of them.</summary>
    public IReadOnlyList<string> Match(Participant? participant)
    {
        if (participant is null)
            return [];
        var named = MatchByName(participant);
        if (named.Count > 0 || participant.Country.Length == 0)
            return named;
        return [.. _all.Where(p => p.Countries.Contains(participant.Country)).Select(p => p.Id)];
    }

    /// <summary>
    /// The same by name and alias alone: for those who say something, because a newspaper or an observatory of a country is not its government.
    /// </summary>
    public IReadOnlyList<string> MatchByName(Participant? participant) => participant is null ? [] : [.. _byName[Fold(participant.Name)]];

    /// <summary>Ids over all of them, without repetition, in order.</summary>
    public IReadOnlyList<string> Match(IEnumerable<Participant> participants) =>
        [.. participants.SelectMany(Match).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Letters and digits in lower case, without diacritics, articles and hyphens.</summary>
    internal static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        var words = folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where(word => word is not ("the" or "al" or "an" or "el")));
    }
}
