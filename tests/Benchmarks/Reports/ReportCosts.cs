namespace Truceline.Benchmarks.Reports;

/// <summary>What a report of one length costs, milliseconds of processor time a report, step by step.</summary>
/// <param name="Characters">Mean length.</param>
/// <param name="Claims">Mean number of claims read.</param>
/// <param name="Tokenise">Tokens and sentences.</param>
/// <param name="Tag">The tagger that sees names no list holds.</param>
/// <param name="Resolve">All else without claims: header, names, places, dates, quantities, positions.</param>
/// <param name="Read">Claims, with whom they name.</param>
/// <param name="Map">From what was read to the messages that are stored and sent.</param>
/// <param name="Store">Taking the event in, identities, happenings, links, rows and the commit.</param>
/// <param name="Publish">Handing the events to the sidecar, and marking them.</param>
/// <param name="Raw">The peer: the text alone in one table, a commit for each.</param>
internal sealed record ReportCosts(
    double Characters, double Claims, double Tokenise, double Tag, double Resolve, double Read, double Map, double Store, double Publish, double Raw)
{
    /// <summary>Names and values of the steps.</summary>
    public IEnumerable<(string Step, double Milliseconds)> Steps =>
        [("tokenise", Tokenise), ("tag", Tag), ("resolve", Resolve), ("claims", Read), ("map", Map), ("store", Store), ("publish", Publish)];

    /// <summary>The whole path, milliseconds of processor time a report.</summary>
    public double Whole => Steps.Sum(s => s.Milliseconds);
}
