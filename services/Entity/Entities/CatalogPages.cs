using System.Globalization;
using Truceline.Entity.Search;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;
using EntityMention = Truceline.Entity.V1.EntityMention;

namespace Truceline.Entity.Entities;

/// <summary>Pages of the catalog's lists and their tokens. Pure.</summary>
internal static class CatalogPages
{
    private const int LargestSearch = 100;
    private const int DefaultSearch = 20;

    /// <summary>Reads the page of a search; a token holds how many answers came before.</summary>
    internal static (int From, int Size) Search(SearchEntitiesRequest request, FieldViolations violations)
    {
        violations.AddIf(request.PageSize is < 0 or > LargestSearch, "page_size", $"It must be in the range [0, {LargestSearch}].", "OUT_OF_RANGE");
        var page = PageRequest.Read(0, request.PageToken, keys: 1, violations);
        var from = 0;
        if (!page.IsFirst && (!int.TryParse(page.After[0], NumberStyles.None, CultureInfo.InvariantCulture, out from) || from > EntitySearch.Most))
        {
            violations.Add("page_token", "It is not a token that this list gave out.", "INVALID_TOKEN");
        }

        return (from, request.PageSize is <= 0 or > LargestSearch ? DefaultSearch : request.PageSize);
    }

    /// <summary>The mention before a page; null for the first, or when the token is not one of this list.</summary>
    internal static MentionPosition? MentionAfter(PageRequest page) =>
        !page.IsFirst && long.TryParse(page.After[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ticks) && ticks >= 0
        && ticks <= DateTimeOffset.MaxValue.Ticks && int.TryParse(page.After[2], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? new MentionPosition(new DateTimeOffset(ticks, TimeSpan.Zero), page.After[1], start)
            : null;

    /// <summary>The token of the page after a mention.</summary>
    internal static string TokenAfter(EntityMention mention) => PageRequest.TokenAfter(
        mention.ReportTime.ToDateTimeOffset().UtcTicks.ToString(CultureInfo.InvariantCulture), mention.ReportId,
        mention.Span.Start.ToString(CultureInfo.InvariantCulture));
}
