using System.Globalization;
using System.Text.RegularExpressions;
using Truceline.Operations.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.ServiceDefaults.DeadLetters;

/// <summary>What several requests have in common. Pure.</summary>
internal static partial class DeadLetterRules
{
    internal static void CheckApp(string app, ServiceIdentity identity, FieldViolations violations) =>
        violations.AddIf(app != identity.AppId, "app", $"It must be \"{identity.AppId}\", the app id of this service.", "UNKNOWN_APP");

    internal static void CheckId(string id, string path, FieldViolations violations) =>
        violations.AddIf(!Id().IsMatch(id), path, "It must be \"sha256:\" and 64 lower-case hexadecimal digits.", "INVALID_ID");

    // The ids of what the first version left are topic, source and event id.
    [GeneratedRegex(@"^(sha256:[0-9a-f]{64}|[^~\s]{1,100}~[^~]{1,100}~.{1,200})\z")]
    private static partial Regex Id();
}

/// <summary>Checks the app and the page.</summary>
internal sealed class ListDeadLettersValidator(ServiceIdentity identity) : IRequestValidator<ListDeadLettersRequest>
{
    public string Reason => "LIST_INVALID";

    public void Check(ListDeadLettersRequest request, FieldViolations violations)
    {
        DeadLetterRules.CheckApp(request.App, identity, violations);
        DeadLetterQueries.ReadPage(PageRequest.Read(request.PageSize, request.PageToken, keys: 2, violations), violations);
    }
}

/// <summary>Checks the app and the id.</summary>
internal sealed class GetDeadLetterValidator(ServiceIdentity identity) : IRequestValidator<GetDeadLetterRequest>
{
    public string Reason => "DEAD_LETTER_INVALID";

    public void Check(GetDeadLetterRequest request, FieldViolations violations)
    {
        DeadLetterRules.CheckApp(request.App, identity, violations);
        DeadLetterRules.CheckId(request.DeadLetterId, "dead_letter_id", violations);
    }
}

/// <summary>Checks the app and the id.</summary>
internal sealed class DiscardDeadLetterValidator(ServiceIdentity identity) : IRequestValidator<DiscardDeadLetterRequest>
{
    public string Reason => "DEAD_LETTER_INVALID";

    public void Check(DiscardDeadLetterRequest request, FieldViolations violations)
    {
        DeadLetterRules.CheckApp(request.App, identity, violations);
        DeadLetterRules.CheckId(request.DeadLetterId, "dead_letter_id", violations);
    }
}

/// <summary>Checks the app, and that the request says in one way what to replay.</summary>
internal sealed class ReplayDeadLettersValidator(ServiceIdentity identity) : IRequestValidator<ReplayDeadLettersRequest>
{
    public string Reason => "REPLAY_INVALID";

    public void Check(ReplayDeadLettersRequest request, FieldViolations violations)
    {
        DeadLetterRules.CheckApp(request.App, identity, violations);
        var ids = request.DeadLetterIds;
        var ways = (ids.Count > 0 ? 1 : 0) + (request.Topic.Length > 0 ? 1 : 0) + (request.All ? 1 : 0);
        const string OneWay = "Exactly one of dead_letter_ids, topic and all must be given.";
        violations.AddIf(ways == 0, "dead_letter_ids", OneWay, "REQUIRED");
        violations.AddIf(ways > 1 && ids.Count > 0, "dead_letter_ids", OneWay, "AMBIGUOUS");
        violations.AddIf(ways > 1 && request.Topic.Length > 0, "topic", OneWay, "AMBIGUOUS");
        violations.AddIf(ways > 1 && request.All, "all", OneWay, "AMBIGUOUS");
        violations.AddIf(ids.Count > DeadLetterReplay.Most, "dead_letter_ids", $"There may be at most {DeadLetterReplay.Most}.", "TOO_MANY");
        for (var i = 0; i < Math.Min(ids.Count, DeadLetterReplay.Most); i++)
        {
            DeadLetterRules.CheckId(ids[i], string.Create(CultureInfo.InvariantCulture, $"dead_letter_ids[{i}]"), violations);
        }
    }
}
