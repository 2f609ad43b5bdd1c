using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Entity.Events;
using Truceline.Entity.Storage;
using Truceline.Entity.V1;
using Truceline.Ingest.V1;

namespace Truceline.Entity.FunctionalTests;

/// <summary>Reading again with a later reader.</summary>
public sealed class RereadingTests : IAsyncTest
{
    private const string Text = "Shelling killed 3 civilians in Taiz on Monday, the Observatory said.";

    private readonly EntityServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task RereadAsync_OfAReportOfAnEarlierReader_WithdrawsAddsAndSaysWhatChanged()
    {
        var id = await _server.ReadAsync("a", Text);
        var read = (await _server.Readings.ListClaimsAsync(new ListClaimsRequest())).Claims;
        await using (var before = _server.Service.Services.CreateAsyncScope())
        {
            // As an earlier reader would have left it: another claim, elsewhere, and none of these.
            var db = before.ServiceProvider.GetRequiredService<EntityDbContext>();
            await db.Readings.ExecuteUpdateAsync(set => set.SetProperty(r => r.Reader, "rules-0"));
            await db.Claims.ExecuteDeleteAsync();
            var wrong = new Claim { Id = "wrong", Kind = ClaimKind.Statement, Class = "say", Evidence = new Type.V1.Evidence { ReportId = id, Span = new Type.V1.Span { Start = 60, End = 66 } } };
            db.Claims.Add(new ClaimRow { ClaimId = "wrong", ReportId = id, Kind = (int)ClaimKind.Statement, Claim = wrong.ToByteArray() });
            await db.SaveChangesAsync();
        }

        await using (var scope = _server.Service.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<EntityDbContext>();
            var report = new Report { Id = id, ChainId = id, Text = Text, Published = "2019-03-12", ReceivedTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch) };
            await scope.ServiceProvider.GetRequiredService<ReportReading>().RereadAsync(report, default);
            await db.SaveChangesAsync();
            await db.Database.CurrentTransaction!.CommitAsync();
        }

        var desk = new ClaimService.ClaimServiceClient(_server.Service.Channel);
        var changes = (await desk.ListReadingChangesAsync(new ListReadingChangesRequest { ReportId = id })).Changes;
        var reader = (await desk.ListReadersAsync(new ListReadersRequest())).Readers[0];

        Assert.Equal(read.Select(c => c.Id).Order(), (await _server.Readings.ListClaimsAsync(new ListClaimsRequest())).Claims.Select(c => c.Id).Order());
        Assert.Equal("wrong", Assert.Single(changes, c => c.Kind == ReadingChangeKind.Withdrawn).ClaimId);
        Assert.All(changes, c => Assert.Equal("rules-0", c.EarlierReader));
        Assert.Equal((1L, (long)read.Count, 1L, true), (reader.Withdrawn, reader.Added, reader.ReportCount, reader.Current));
    }
}
