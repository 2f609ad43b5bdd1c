using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Truceline.GeoZone.Maps.Queries;

namespace Truceline.GeoZone.Maps.Answers;

/// <summary>Problem documents (RFC 9457), as the gateway writes them for the other calls.</summary>
internal static class MapProblem
{
    public static JsonObject Of(MapRequestException failure, HttpContext context)
    {
        var problem = new JsonObject
        {
            ["type"] = "urn:truceline:problem:" + failure.Reason.ToLowerInvariant().Replace('_', '-'),
            ["title"] = ReasonPhrases.GetReasonPhrase(failure.Status),
            ["status"] = failure.Status,
            ["detail"] = failure.Message,
            ["instance"] = context.Request.Path.Value,
            ["reason"] = failure.Reason,
        };
        if (Activity.Current?.TraceId.ToString() is { } trace)
            problem["traceId"] = trace;
        if (failure.Faults.Count > 0)
        {
            problem["violations"] = new JsonArray([.. failure.Faults.Select(f =>
                (JsonNode)new JsonObject { ["field"] = f.Field, ["reason"] = f.Reason, ["description"] = f.Description })]);
        }
        return problem;
    }
}
