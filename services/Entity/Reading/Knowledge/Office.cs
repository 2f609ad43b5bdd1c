namespace Truceline.Entity.Reading.Knowledge;

/// <summary>What an office is for, over all states; titles differ.</summary>
internal enum OfficeKind
{
    HeadOfState,
    HeadOfGovernment,

    /// <summary>Rules without either title: a supreme leader, a party's or a military leader.</summary>
    Leader,
    ForeignMinister,
    DefenceMinister,
    InteriorMinister,
    ArmyChief,

    /// <summary>Head of an organisation, e.g. a secretary-general.</summary>
    Head,

    /// <summary>A special envoy or representative.</summary>
    Envoy,
    Spokesperson,
    Other,
}

/// <summary>An office and who held it when.</summary>
/// <param name="Id">Slug, stable: "sy-president".</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code of its state; for an envoy the state that the envoy is sent to; null when there is none.</param>
/// <param name="Body">Id of the organisation or group that it belongs to; null for an office of state.</param>
/// <param name="Titles">Titles, the usual one first; never empty.</param>
/// <param name="Holders">Who held it, in order of time.</param>
internal sealed record Office(
    string Id, OfficeKind Kind, string? Country, string? Body, IReadOnlyList<string> Titles, IReadOnlyList<Tenure> Holders)
{
    /// <summary>Who held the office on a day; null when nobody is known to have, or when it changed hands about that day.</summary>
    public Tenure? HolderOn(DateOnly day)
    {
        Tenure? found = null;
        foreach (var holder in Holders)
        {
            if (!holder.Includes(day))
                continue;
            if (found is not null && found.PersonId != holder.PersonId)
                return null;
            found = holder;
        }
        return found;
    }
}

/// <summary>A person's time in an office.</summary>
/// <param name="OfficeId">Id of the office.</param>
/// <param name="PersonId">Id of the person.</param>
/// <param name="From">First day; the first that it may be when only a month or a year is known.</param>
/// <param name="To">Last day; null when it lasts.</param>
internal sealed record Tenure(string OfficeId, string PersonId, DateOnly From, DateOnly? To)
{
    /// <summary>Whether a day lies in it.</summary>
    public bool Includes(DateOnly day) => From <= day && (To is null || day <= To);
}
