using System.Globalization;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Entity.Entities;

/// <summary>Says everything that is wrong with a search.</summary>
internal sealed class SearchEntitiesValidator : IRequestValidator<SearchEntitiesRequest>
{
    private const int LongestQuery = 200;

    public string Reason => "SEARCH_INVALID";

    public void Check(SearchEntitiesRequest request, FieldViolations violations)
    {
        violations.AddIf(EntityKeys.Fold(request.Query).Length == 0, "query", "It is required and must hold a letter or digit.", "REQUIRED");
        violations.AddIf(request.Query.EnumerateRunes().Count() > LongestQuery, "query", $"It must have at most {LongestQuery} code points.", "TOO_LONG");
        CatalogRules.CheckTypes(request.Types_, violations);
        violations.AddIf(request.Country.Length > 0 && (request.Country.Length != 2 || !request.Country.All(char.IsAsciiLetter)),
            "country", "It must be an ISO 3166-1 alpha-2 code such as \"SY\".", "INVALID_COUNTRY");
        CatalogPages.Search(request, violations);
    }
}

/// <summary>Says everything that is wrong with the wish for mentions.</summary>
internal sealed class ListMentionsValidator : IRequestValidator<ListMentionsRequest>
{
    public string Reason => "LIST_INVALID";

    public void Check(ListMentionsRequest request, FieldViolations violations)
    {
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 3, violations);
        violations.AddIf(!page.IsFirst && CatalogPages.MentionAfter(page) is null, "page_token", "It is not a token that this list gave out.", "INVALID_TOKEN");
    }
}

/// <summary>Says everything that is wrong with the wish for a timeline.</summary>
internal sealed class GetTimelineValidator : IRequestValidator<GetTimelineRequest>
{
    public string Reason => "LIST_INVALID";

    public void Check(GetTimelineRequest request, FieldViolations violations)
    {
        PageRequest.Read(request.PageSize, request.PageToken, keys: 2, violations);
        var from = CatalogRules.CheckDate(request.FromDate, "from_date", violations);
        var to = CatalogRules.CheckDate(request.ToDate, "to_date", violations);
        violations.AddIf(from > to, "to_date", "It must not be before from_date.", "OUT_OF_RANGE");
        for (var i = 0; i < request.Roles.Count; i++)
        {
            violations.AddIf(request.Roles[i] == ClaimRole.Unspecified || !System.Enum.IsDefined(request.Roles[i]),
                string.Create(CultureInfo.InvariantCulture, $"roles[{i}]"), "It must be a part that an entity takes in a claim.", "UNKNOWN_VALUE");
        }
    }
}

/// <summary>Says everything that is wrong with the wish for neighbours.</summary>
internal sealed class ListNeighboursValidator : IRequestValidator<ListNeighboursRequest>
{
    private const int LargestPage = 200;

    public string Reason => "LIST_INVALID";

    public void Check(ListNeighboursRequest request, FieldViolations violations)
    {
        violations.AddIf(request.PageSize is < 0 or > LargestPage, "page_size", $"It must be in the range [0, {LargestPage}].", "OUT_OF_RANGE");
        CatalogRules.CheckTypes(request.Types_, violations);
    }
}

/// <summary>What holds for fields of several requests. Pure.</summary>
internal static class CatalogRules
{
    /// <summary>Notes each type that is none.</summary>
    internal static void CheckTypes(IReadOnlyList<EntityType> types, FieldViolations violations)
    {
        for (var i = 0; i < types.Count; i++)
        {
            violations.AddIf(types[i] == EntityType.Unspecified || !System.Enum.IsDefined(types[i]),
                string.Create(CultureInfo.InvariantCulture, $"types[{i}]"), "It must be a type of entity.", "UNKNOWN_VALUE");
        }
    }

    /// <summary>Reads a day; null when none is given, or it is none.</summary>
    internal static DateOnly? CheckDate(string value, string field, FieldViolations violations)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        violations.AddIf(value.Length > 0, field, "It must be a day, YYYY-MM-DD.", "INVALID_DATE");
        return null;
    }
}
