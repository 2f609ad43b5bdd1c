using Google.Rpc;
using Grpc.Core;
using Truceline.Entity.V1;

namespace Truceline.Entity.FunctionalTests;

/// <summary>Reading without accepting.</summary>
public sealed class ReadTextTests : IAsyncTest
{
    private const string Text = "Shelling killed 3 civilians in Taiz on Monday, Foreign Minister Karim Sample said. The army promised to withdraw its tanks from Hodeidah by Friday.";

    private readonly EntityServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task ReadText_OfAText_GivesTheReadingAndKeepsNothing()
    {
        var read = (await _server.Readings.ReadTextAsync(new ReadTextRequest { Text = Text, Published = "2019-03-12" })).Reading;

        Assert.Contains(read.Claims, c => c is { Kind: ClaimKind.Event, Date.Value: "2019-03-11" });
        Assert.Contains(read.Claims, c => c.Kind == ClaimKind.Commitment);
        Assert.All(read.Claims, c => Assert.Equal(c.Evidence.Quote, Text[c.Evidence.Span.Start..c.Evidence.Span.End]));
        Assert.All(read.Claims, c => Assert.Equal(read.Reader, c.Provenance.Reader));
        Assert.Empty((await _server.Readings.ListClaimsAsync(new ListClaimsRequest())).Claims);
        Assert.Empty((await _server.Catalog.SearchEntitiesAsync(new SearchEntitiesRequest { Query = "Karim Sample" })).Entities);
        Assert.Empty(_server.Service.Sidecar.Published);
    }

    [Fact]
    public async Task ReadText_WithADayOfTheDateline_ResolvesDatesAgainstIt()
    {
        var read = (await _server.Readings.ReadTextAsync(new ReadTextRequest { Text = Text, Published = "2019-03-12", DatelineDate = "2019-03-06" })).Reading;

        Assert.Contains(read.Claims, c => c is { Kind: ClaimKind.Event, Date.Value: "2019-03-04" });
    }

    [Theory]
    [InlineData("The army promised to withdraw its tanks from Hodeidah by D+14.", null)]
    [InlineData("D-Day is 3 June 2019. The army promised to withdraw its tanks from Hodeidah by D+14.", "2019-06-17")]
    public async Task ReadText_DeadlineCountedFromADDay_IsPlacedOnlyWhereTheTextNamesIt(string text, string? deadline)
    {
        var read = (await _server.Readings.ReadTextAsync(new ReadTextRequest { Text = text, Published = "2019-05-12" })).Reading;

        Assert.Equal(deadline, Assert.Single(read.Claims, c => c.Kind == ClaimKind.Commitment).Deadline?.EndDate);
    }

    [Fact]
    public async Task ReadText_InALanguageThatTheReaderDoesNotKnow_SaysSo()
    {
        var answer = await _server.Readings.ReadTextAsync(new ReadTextRequest { Text = Text, Language = "fi" });

        Assert.False(answer.Reading.Header.LanguageSupported);
        Assert.Empty(answer.Reading.Claims);
        Assert.Contains("fi", answer.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadText_Invalid_NamesEveryField()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await _server.Readings.ReadTextAsync(new ReadTextRequest
        {
            Text = new string('x', 65_537),
            Published = "yesterday",
            DatelineDate = "12 March",
            Source = new string('s', 201),
            Language = "not a tag",
            Areas = { new ReadingArea { RadiusM = -1 } },
        }));

        Assert.Equal("TEXT_INVALID", error.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
        Assert.Equal(
            ["areas[0].position", "areas[0].radius_m", "dateline_date", "language", "published", "source", "text"],
            error.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field).Order(StringComparer.Ordinal));
    }
}
