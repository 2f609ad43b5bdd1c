using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Sources.Registry;

/// <summary>Says everything that is wrong with a source that is to be registered.</summary>
internal sealed class CreateSourceValidator(SourceRules rules) : IRequestValidator<CreateSourceRequest>
{
    public string Reason => "SOURCE_INVALID";

    public void Check(CreateSourceRequest request, FieldViolations violations) => rules.Check(request.Source, SourceChange.Fields, violations);
}

/// <summary>Says everything that is wrong with a change of a source.</summary>
internal sealed class UpdateSourceValidator(SourceRules rules) : IRequestValidator<UpdateSourceRequest>
{
    public string Reason => "SOURCE_INVALID";

    public void Check(UpdateSourceRequest request, FieldViolations violations)
    {
        string[] mask = [.. request.UpdateMask?.Paths ?? []];
        violations.AddIf(Array.Exists(mask, path => !SourceChange.Fields.Contains(path)),
            "update_mask", $"It may name {string.Join(", ", SourceChange.Fields)}.", "UNKNOWN_FIELD");
        rules.Check(request.Source, mask.Length == 0 ? SourceChange.Fields : mask, violations);
    }
}

/// <summary>Says everything that is wrong with the wish for a list of sources.</summary>
internal sealed class ListSourcesValidator : IRequestValidator<ListSourcesRequest>
{
    public string Reason => "LIST_INVALID";

    public void Check(ListSourcesRequest request, FieldViolations violations)
    {
        ServiceDefaults.Paging.PageRequest.Read(request.PageSize, request.PageToken, keys: 1, violations);
        violations.AddIf(!Enum.IsDefined(request.State), "state", "It must be a state of sources, or SOURCE_STATE_UNSPECIFIED for all.", "UNKNOWN_VALUE");
    }
}

/// <summary>Says everything that is wrong with the wish for a list of fetches.</summary>
internal sealed class ListFetchesValidator : IRequestValidator<ListFetchesRequest>
{
    public string Reason => "LIST_INVALID";

    public void Check(ListFetchesRequest request, FieldViolations violations)
    {
        var page = ServiceDefaults.Paging.PageRequest.Read(request.PageSize, request.PageToken, keys: 1, violations);
        violations.AddIf(!page.IsFirst && !long.TryParse(page.After[0], out _), "page_token", "It is not a token that this list gave out.", "INVALID_TOKEN");
    }
}
