namespace Truceline.Entity.Reading.Names.Chaining;

/// <summary>Gives a ministry that is named without its state ("the Defence Ministry said") the state of its namesake in the text, else of the dateline.</summary>
internal sealed class Ministries(StateNames states)
{
    /// <summary>Replaces ministries without a state by the same with one, where it can be told.</summary>
    public void Place(MentionContext context)
    {
        Dictionary<string, string?>? owners = null;
        foreach (var mention in context.Found.Where(m => m is { Type: EntityType.Organisation, Kind: "ministry", Country: null }).ToList())
        {
            var portfolio = StateBodies.PortfolioOf(context.Atoms, mention.First, mention.Last);
            if (portfolio is null)
                continue;
            owners ??= Owners(context);
            var iso = owners.TryGetValue(portfolio, out var owner) ? owner : StateOfDateline(context);
            if (iso is not null)
                context.Replace(mention, StateBodies.Ministry(mention, iso, portfolio));
        }
    }

    /// <summary>The one state whose ministry of a portfolio the text names; null where it names two.</summary>
    private static Dictionary<string, string?> Owners(MentionContext context)
    {
        var owners = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var mention in context.Found)
        {
            if (mention is { Kind: "ministry", Country: { } iso } && StateBodies.PortfolioOf(context.Atoms, mention.First, mention.Last) is { } portfolio)
                owners[portfolio] = owners.TryGetValue(portfolio, out var other) && other != iso ? null : iso;
        }
        return owners;
    }

    private string? StateOfDateline(MentionContext context)
    {
        if (context.Header.DatelinePlace is not { } place)
            return null;
        for (var i = 0; i < context.Atoms.Count && context.Atoms[i].Span.Start <= place.End; i++)
        {
            if (context.Atoms[i].Span.Overlaps(place) && states.SeatAt(context.Atoms, i) is { } seat)
                return seat.Country.Iso;
        }
        return null;
    }
}
