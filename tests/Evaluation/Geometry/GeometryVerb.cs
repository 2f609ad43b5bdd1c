using System.CommandLine;

namespace Truceline.Evaluation.Geometry;

/// <summary>Bands drawn along lines against limits that others published and against distances that another program computes.</summary>
internal static class GeometryVerb
{
    internal static Command Create() =>
        Verb.Create("geometry",
            "A band of 2 km on each side of the Korean demarcation line (geometry/korea_dmz) against the published limits: median below 60 m, none above 150 m that is not the published line's own; "
            + "edge points of a 15 km band within 5 m of 15 km by GeodSolve (geographiclib-tools).",
            async (data, cancellationToken) =>
            {
                var sample = KoreanLine.Read(data);
                var limits = await LimitsCheck.RunAsync(sample, Console.Out, cancellationToken);
                var edges = await EdgeCheck.RunAsync(sample.Demarcation, 15_000, Console.Out, cancellationToken);
                return limits && edges;
            });
}
