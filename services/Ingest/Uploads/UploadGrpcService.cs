using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Uploads;

/// <summary>Serves <c>truceline.ingest.v1.UploadService</c>.</summary>
internal sealed class UploadGrpcService(IUploadStore store, IOptions<UploadOptions> options, TimeProvider time) : UploadService.UploadServiceBase
{
    public override async Task<CreateUploadResponse> CreateUpload(CreateUploadRequest request, ServerCallContext context)
    {
        var now = time.GetUtcNow();
        var upload = new Upload
        {
            Id = Guid.CreateVersion7(now).ToString(),
            Hints = request.Hints ?? new DocumentHints(),
            SizeBytes = request.SizeBytes,
            Sha256 = request.Sha256,
            State = UploadState.Receiving,
            CreateTime = Timestamp.FromDateTimeOffset(now),
            UpdateTime = Timestamp.FromDateTimeOffset(now),
        };
        return await store.CreateAsync(upload, context.CancellationToken)
            ? new CreateUploadResponse { Upload = upload }
            : throw new ResourceExhaustedException("UPLOADS_WAITING",
                $"{options.Value.MaxWaiting} uploads are received or wait. Cancel one that is not needed, or retry later.");
    }

    public override async Task<GetUploadResponse> GetUpload(GetUploadRequest request, ServerCallContext context) =>
        new() { Upload = await FindAsync(request.UploadId, context) };

    public override async Task<ListUploadsResponse> ListUploads(ListUploadsRequest request, ServerCallContext context)
    {
        var page = PageOf(request.PageSize, request.PageToken, keys: 2);
        var found = await store.ListAsync(page, context.CancellationToken);
        var response = new ListUploadsResponse { Uploads = { found.Take(page.Size) } };
        if (found.Count > page.Size)
        {
            var last = response.Uploads[^1];
            response.NextPageToken = PageRequest.TokenAfter(
                last.CreateTime.ToDateTimeOffset().ToString("O", CultureInfo.InvariantCulture), last.Id);
        }

        return response;
    }

    public override async Task<ListUploadResultsResponse> ListUploadResults(ListUploadResultsRequest request, ServerCallContext context)
    {
        var page = PageOf(request.PageSize, request.PageToken, keys: 1);
        var from = page.IsFirst ? 0 : long.TryParse(page.After[0], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last + 1 : 0;
        var upload = await FindAsync(request.UploadId, context);
        var response = new ListUploadResultsResponse
        {
            Results = { await store.ListResultsAsync(upload.Id, from, page.Size, context.CancellationToken) },
        };
        if (response.Results.Count > 0 && response.Results[^1].Index + 1 < Progress.Items(upload))
        {
            response.NextPageToken = PageRequest.TokenAfter(response.Results[^1].Index.ToString(CultureInfo.InvariantCulture));
        }

        return response;
    }

    public override async Task<CancelUploadResponse> CancelUpload(CancelUploadRequest request, ServerCallContext context)
    {
        await FindAsync(request.UploadId, context);
        return new CancelUploadResponse
        {
            Upload = await store.EndAsync(request.UploadId, UploadState.Cancelled, null, context.CancellationToken) ?? throw NotFound(request.UploadId),
        };
    }

    /// <summary>What is said to who asks for an upload that is not there.</summary>
    internal static ResourceNotFoundException NotFound(string id) => new("UPLOAD_NOT_FOUND", "upload", id);

    private static PageRequest PageOf(int size, string token, int keys)
    {
        var violations = new FieldViolations();
        var page = PageRequest.Read(size, token, keys, violations);
        violations.ThrowIfAny("LIST_INVALID");
        return page;
    }

    private async Task<Upload> FindAsync(string id, ServerCallContext context) =>
        await store.FindAsync(id, context.CancellationToken) ?? throw NotFound(id);
}
