using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Truceline.Entity.Readings;
using Truceline.Entity.Storage;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Calls;
using Truceline.ServiceDefaults.Leases;

namespace Truceline.Entity.Events;

/// <summary>
/// Reads again, one after the other and at a bounded rate, what an earlier reader read: one replica does it, under the lease <c>rereading</c>. What is done is in the
/// database, so another one goes on where it stopped. Texts come from Ingest. What a reader read that was put to use later than this one stays as it is, so that
/// replicas of two versions do not read against each other while one replaces the other.
/// </summary>
internal sealed partial class ReportRereading(
    IngestService.IngestServiceClient ingest, ReportReader reader, IServiceScopeFactory scopes, LeaseHolder leases, IOptions<RereadingOptions> options, TimeProvider time,
    ILogger<ReportRereading> logger) : BackgroundService
{
    private const string Lease = "rereading";
    private const int BatchSize = 50;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await leases.EveryAsync(Lease, TimeSpan.FromSeconds(options.Value.LookSeconds), RereadAsync, stoppingToken);
    }

    private async Task RereadAsync(CancellationToken cancellationToken)
    {
        var later = await RegisterAsync(cancellationToken);
        for (var after = ""; ;)
        {
            var ids = await NextAsync(later, after, cancellationToken);
            foreach (var id in ids)
            {
                await RereadAsync(id, cancellationToken);
                await Task.Delay(TimeSpan.FromSeconds(1 / options.Value.ReportsPerSecond), time, cancellationToken);
                after = id;
            }

            if (ids.Count == 0)
            {
                return;
            }
        }
    }

    // Notes that this reader is in use, and says which came into use after it.
    private async Task<string[]> RegisterAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EntityDbContext>();
        if (await db.Readers.FindAsync([reader.Version], cancellationToken) is not { } own)
        {
            db.Readers.Add(own = new ReaderRow { Reader = reader.Version, FirstUsedTime = time.GetUtcNow() });
            await db.SaveChangesAsync(cancellationToken);
        }

        return [.. await db.Readers.AsNoTracking().Where(r => r.FirstUsedTime > own.FirstUsedTime).Select(r => r.Reader).ToListAsync(cancellationToken), reader.Version];
    }

    private async Task<IReadOnlyList<string>> NextAsync(string[] readers, string after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EntityDbContext>();
        return await db.Readings.AsNoTracking().Where(r => !readers.Contains(r.Reader) && string.Compare(r.ReportId, after) > 0)
            .OrderBy(r => r.ReportId).Select(r => r.ReportId).Take(BatchSize).ToListAsync(cancellationToken);
    }

    private async Task RereadAsync(string reportId, CancellationToken cancellationToken)
    {
        var report = await FindAsync(reportId, cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EntityDbContext>();
        if (report is null || report.Text.Length == 0 || report.ErasedTime is not null)
        {
            // Without its words nothing better can be read; what was read stands.
            await db.Readings.Where(r => r.ReportId == reportId).ExecuteUpdateAsync(set => set.SetProperty(r => r.Reader, reader.Version), cancellationToken);
            LogLeft(reportId);
            return;
        }

        await scope.ServiceProvider.GetRequiredService<ReportReading>().RereadAsync(report, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (db.Database.CurrentTransaction is { } transaction)
        {
            await transaction.CommitAsync(cancellationToken);
        }
    }

    // Another failure ends the look; the next one goes on with the same report.
    private async Task<Report?> FindAsync(string reportId, CancellationToken cancellationToken)
    {
        try
        {
            return (await ingest.GetReportAsync(new GetReportRequest { ReportId = reportId }, cancellationToken: cancellationToken)).Report;
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
    }

    [LoggerMessage(EventId = 1, EventName = "report_left_unread", Level = LogLevel.Information, Message = "The words of report {Report} are gone; its earlier reading stands")]
    private partial void LogLeft(string report);
}

internal static class RereadingExtensions
{
    /// <summary>Registers the reading again of reports, where the setting <c>Services:Ingest</c> names Ingest; without it none are read again.</summary>
    public static void AddRereading(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RereadingOptions>().Bind(builder.Configuration.GetSection(RereadingOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        if (!string.IsNullOrEmpty(builder.Configuration["Services:Ingest"]))
        {
            builder.AddServiceClient<IngestService.IngestServiceClient>("Ingest");
            builder.Services.AddHostedService<ReportRereading>();
        }
    }
}
