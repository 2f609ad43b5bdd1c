using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Truceline.Ingest.Reports;
using Truceline.Ingest.Stories.Differences;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Stories;

/// <summary>Serves <c>truceline.ingest.v1.StoryService</c>.</summary>
internal sealed class StoryGrpcService(IStoryStore stories, IReportStore reports) : StoryService.StoryServiceBase
{
    private const int MostVersions = 200;

    public override async Task<GetStoryResponse> GetStory(GetStoryRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var story = await stories.FindAsync(request.StoryId, stop) ?? throw new ResourceNotFoundException("STORY_NOT_FOUND", "story", request.StoryId);
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 2, new FieldViolations());
        var first = await stories.ReportsAsync(story.Id, new PageRequest(1, []), stop) is [var earliest, ..] ? earliest : null;
        var firstText = first is null ? "" : await TextAsync(first.Id, stop);
        var found = await stories.ReportsAsync(story.Id, page, stop);
        var response = new GetStoryResponse { Story = ToProto(story) };
        foreach (var report in found.Take(page.Size))
        {
            // One text after the other: they may be long.
            var text = report.Id == first!.Id ? firstText : await TextAsync(report.Id, stop);
            response.Witnesses.Add(Witnesses.Of(report, text, story, first, firstText));
        }

        if (found.Count > page.Size)
        {
            response.NextPageToken = TokenAfter(ReportTimes.Of(found[page.Size - 1]), found[page.Size - 1].Id);
        }

        return response;
    }

    public override async Task<ListStoriesResponse> ListStories(ListStoriesRequest request, ServerCallContext context)
    {
        var page = PageRequest.Read(request.PageSize, request.PageToken, keys: 2, new FieldViolations());
        var filter = new StoryFilter(request.MinOrigins, request.MinReports, request.FromTime?.ToDateTimeOffset(), request.ToTime?.ToDateTimeOffset());
        var found = await stories.ListAsync(filter, page, context.CancellationToken);
        return new ListStoriesResponse
        {
            Stories = { found.Take(page.Size).Select(ToProto) },
            NextPageToken = found.Count > page.Size ? TokenAfter(found[page.Size - 1].LastTime, found[page.Size - 1].Id) : "",
        };
    }

    public override async Task<ListRevisionsResponse> ListRevisions(ListRevisionsRequest request, ServerCallContext context)
    {
        var stop = context.CancellationToken;
        var versions = await stories.VersionsAsync(request.ReportId, MostVersions, stop);
        var response = new ListRevisionsResponse();
        var before = "";
        // A report that was taken in before versions were kept is the only one.
        foreach (var id in versions.Count == 0 ? [request.ReportId] : versions.Select(v => v.ReportId))
        {
            if (await reports.FindAsync(id, stop) is not { } report)
            {
                continue;
            }

            var text = report.Text;
            report.Text = "";
            var isCompared = response.Versions.Count > 0 && before.Length > 0 && text.Length > 0;
            response.Versions.Add(new ReportVersion { Report = report, Changes = isCompared ? TextComparer.Compare(before, text).Difference : null });
            before = text;
        }

        return response.Versions.Count > 0 ? response : throw new ResourceNotFoundException("REPORT_NOT_FOUND", "report", request.ReportId);
    }

    public override async Task<GetDifferenceResponse> GetDifference(GetDifferenceRequest request, ServerCallContext context)
    {
        var (before, after) = (await FindAsync(request.ReportId, context), await FindAsync(request.LaterReportId, context));
        var byWords = request.Granularity == Granularity.Words;
        var comparison = TextComparer.Compare(before.Text, after.Text, byWords);
        return new GetDifferenceResponse
        {
            Text = comparison.Difference,
            Title = before.Title == after.Title ? null : TextComparer.Compare(before.Title, after.Title, byWords).Difference,
            Similarity = comparison.Similarity,
        };
    }

    private static Story ToProto(StorySummary story) => new()
    {
        Id = story.Id,
        Title = story.Title,
        FirstTime = Timestamp.FromDateTimeOffset(story.FirstTime),
        LastTime = Timestamp.FromDateTimeOffset(story.LastTime),
        Reports = story.Reports,
        Origins = story.Origins,
        Agencies = { story.Agencies },
    };

    private static string TokenAfter(DateTimeOffset time, string id) => PageRequest.TokenAfter(time.ToString("O", CultureInfo.InvariantCulture), id);

    private async Task<string> TextAsync(string reportId, CancellationToken cancellationToken) => (await reports.FindAsync(reportId, cancellationToken))?.Text ?? "";

    private async Task<Report> FindAsync(string id, ServerCallContext context)
    {
        var report = await reports.FindAsync(id, context.CancellationToken) ?? throw new ResourceNotFoundException("REPORT_NOT_FOUND", "report", id);
        return report.ErasedTime is null ? report : throw new ResourceNotFoundException("REPORT_TEXT_ERASED", "text of a report", id);
    }
}
