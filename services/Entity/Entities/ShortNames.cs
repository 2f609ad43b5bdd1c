namespace Truceline.Entity.Entities;

/// <summary>Whom a surname or an acronym alone means. Pure.</summary>
internal static class ShortNames
{
    /// <summary>How far apart in time two reports may speak of the same under a short name.</summary>
    internal static readonly TimeSpan Reach = TimeSpan.FromDays(30);

    /// <summary>Gives an appearance under a short name its id: of the one entity that fits, otherwise one of its document's own.</summary>
    /// <param name="appearance">A surname or acronym.</param>
    /// <param name="full">Appearances under full names that the short one belongs to, with their ids.</param>
    internal static Appearance Link(Appearance appearance, IEnumerable<Appearance> full)
    {
        string? one = null;
        foreach (var candidate in full)
        {
            if (!Fits(appearance, candidate) || candidate.BaseId == one)
            {
                continue;
            }

            if (one is not null)
            {
                // Two fit: nobody can tell.
                one = null;
                break;
            }

            one = candidate.BaseId;
        }

        return one is not null
            ? appearance with { BaseId = one, Rule = IdentityRules.ShortName }
            : appearance with
            {
                BaseId = EntityIds.OfDocument(appearance.Key, appearance.ChainId),
                Rule = IdentityRules.OfItsDocument,
            };
    }

    private static bool Fits(Appearance appearance, Appearance candidate)
    {
        if ((appearance.Time - candidate.Time).Duration() > Reach)
        {
            return false;
        }

        return appearance.Country.Length > 0 && candidate.Country.Length > 0
            ? appearance.Country == candidate.Country
            : Meet(appearance.Context, candidate.Context);
    }

    // Both sorted.
    private static bool Meet(IReadOnlyList<ulong> a, IReadOnlyList<ulong> b)
    {
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (a[i] == b[j])
            {
                return true;
            }

            if (a[i] < b[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return false;
    }
}
