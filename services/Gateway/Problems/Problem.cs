using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;

namespace Truceline.Gateway.Problems;

/// <summary>A problem document (RFC 9457) as the gateway writes it.</summary>
/// <param name="Type">"urn:truceline:problem:" and the reason in lower case with hyphens; stable.</param>
/// <param name="Title">The HTTP status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What went wrong, for people.</param>
/// <param name="Instance">Path of the request.</param>
/// <param name="Reason">Stable word for programs, e.g. <c>REPORT_INVALID</c>.</param>
/// <param name="TraceId">W3C trace id of the request.</param>
/// <param name="Violations">Every violation by field; absent when the problem is another.</param>
internal sealed record Problem(
    string Type, string Title, int Status, string Detail, string Instance, string Reason, string? TraceId, IReadOnlyList<Violation>? Violations)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static Problem Create(
        HttpContext context, int status, string reason, string? detail, IReadOnlyList<Violation>? violations = null)
    {
        var title = ReasonPhrases.GetReasonPhrase(status);
        return new Problem(
            "urn:truceline:problem:" + reason.ToLowerInvariant().Replace('_', '-'),
            title,
            status,
            string.IsNullOrEmpty(detail) ? title : detail,
            context.Request.Path,
            reason,
            System.Diagnostics.Activity.Current?.TraceId.ToString(),
            violations);
    }

    internal Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        // What a service said of its own body, often that it is empty, is not true of this one.
        context.Response.Headers.ContentLength = null;
        context.Response.Headers.ContentEncoding = default;
        return context.Response.WriteAsJsonAsync(this, Json, "application/problem+json", context.RequestAborted);
    }
}

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Field">Path of the field, e.g. <c>report.text</c>.</param>
/// <param name="Reason">Stable word for programs, e.g. <c>REQUIRED</c>.</param>
/// <param name="Description">What is wrong and what is allowed, for people.</param>
internal sealed record Violation(string Field, string Reason, string Description);
