using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace Truceline.DevSidecar.Faults;

/// <summary>
/// <c>/faults</c> on the admin port: GET tells the rules in force, PUT replaces them, DELETE takes them away. Bad input answers 400 with every
/// violation, each with its field and reason, and changes nothing.
/// </summary>
internal static class FaultEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    public static void MapFaults(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/faults", (FaultControl control) => Results.Json(control.Active.Options, Json));
        endpoints.MapPut("/faults", ReplaceAsync);
        endpoints.MapDelete("/faults", (FaultControl control) =>
        {
            control.Replace(new FaultOptions());
            return Results.NoContent();
        });
    }

    private static async Task<IResult> ReplaceAsync(
        HttpRequest request, FaultControl control, IOptions<SidecarOptions> options, CancellationToken cancellationToken)
    {
        FaultOptions? faults;
        try
        {
            faults = await JsonSerializer.DeserializeAsync<FaultOptions>(request.Body, Json, cancellationToken);
        }
        catch (JsonException e)
        {
            return Refuse([new Violation((e.Path ?? "").TrimStart('$', '.'), "It is not JSON, not known, or not of the type asked for.")]);
        }

        if (faults is null)
            return Refuse([new Violation("", "The body is an object with a seed and rules.")]);
        var violations = FaultValidator.Check(faults, [.. options.Value.Apps.Select(app => app.AppId)]);
        if (violations.Count > 0)
            return Refuse([.. violations.Select(violation => new Violation(FieldOf(violation), violation.Reason))]);

        control.Replace(faults);
        return Results.Json(faults, Json);
    }

    private static IResult Refuse(IReadOnlyList<Violation> violations) =>
        Results.Json(new Refusal(violations), Json, statusCode: StatusCodes.Status400BadRequest);

    private static string FieldOf(FaultViolation violation)
    {
        var member = JsonNamingPolicy.CamelCase.ConvertName(violation.Member);
        if (violation.Rule is not { } index)
            return member;
        return member.Length == 0 ? $"rules[{index}]" : $"rules[{index}].{member}";
    }

    private sealed record Refusal(IReadOnlyList<Violation> Violations);

    private sealed record Violation(string Field, string Reason);
}
