using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Truceline.Ingest.Uploads;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Uploads;

/// <summary>Looks at the memory of the whole process, so nothing runs beside it; what it looks at is the same on every store, so it runs once.</summary>
[Collection(nameof(LargeUploadTests))]
[CollectionDefinition(nameof(LargeUploadTests), DisableParallelization = true)]
[Trait("Store", "embedded")]
public class LargeUploadTests
{
    private const int Rows = 100_000;
    private const int Megabyte = 1024 * 1024;

    // What stays in memory of each report is what near-duplicates are found by; the file alone has 50 MB, its reports several times that.
    private const int MostPerReport = 1200;
    private const int MostBeside = 48 * Megabyte;

    private static readonly string[] Places = ["Arvend", "Belmora", "Castrin", "Dorvale", "Estrima", "Farnoch", "Gelvaz", "Hestrow", "Ilmira", "Jorvena", "Kestrand"];
    private static readonly string[] Deeds = ["shelled", "searched", "crossed", "blocked", "left", "mined", "repaired", "watched", "entered", "cleared", "surrounded"];
    private static readonly string[] Things = ["the mill", "a bridge", "two farms", "the old road", "a school yard", "the pumping station", "an orchard", "the ford"];

    [Fact]
    public async Task Upload_OfAHundredThousandRows_TakesBoundedMemoryAndTellsItsProgress()
    {
        // The stand-in sidecar would keep every event in this process.
        await using var client = new UploadClient();
        client.Service.Sidecar.IsAway = true;
        var file = new TemporaryRows(Rows);
        var upload = await client.CreateAsync();
        using var stop = new CancellationTokenSource();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        var watching = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                // Only what lives counts.
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
                await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
            }
        });

        await client.SendAsync(HttpMethod.Put, upload.Id, file);
        var seen = new ConcurrentBag<(double Percent, long Items)>();
        var ended = await Poller.UntilAsync("the end of the upload", async () =>
        {
            var now = await client.GetAsync(upload.Id);
            seen.Add((now.Percent, Progress.Items(now)));
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
            return Progress.IsOver(now.State) ? now : null;
        }, TimeSpan.FromMinutes(30));
        await stop.CancelAsync();
        await watching;
        var last = await client.ResultsAsync(upload.Id);

        Assert.Equal((UploadState.Done, (long)Rows, 0L), (ended.State, ended.AcceptedCount + ended.RevisedCount, ended.RejectedCount));
        Assert.Equal("acled-csv", ended.Format);
        Assert.Equal(Rows, last.Count);
        Assert.True(seen.Select(s => s.Items).Distinct().Count() > 10, "Progress is seen while it runs.");
        Assert.Contains(seen, s => s.Percent is > 10 and < 90);
        Assert.InRange(peak - before, 0, MostBeside + ((long)Rows * MostPerReport));
    }

    // A table that is made while it is sent.
    private sealed class TemporaryRows(int rows) : HttpContent
    {
        private const string Columns =
            "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities\n";

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            var random = new Random(20180917);
            await using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
            await text.WriteAsync(Columns);
            for (var row = 0; row < rows; row++)
            {
                await text.WriteAsync(string.Create(CultureInfo.InvariantCulture,
                    $"EXA{row},2021-{1 + (row % 12):00}-{1 + (row % 28):00},2021,1,Political violence,Battles,Armed clash,Group {row % 90},Exland,Upper Valley,{Places[row % Places.Length]},{35 + (row % 100 / 100.0)},{36 + (row % 70 / 100.0)},1,Example Observer,\"{Notes(random, row)}\",{row % 5}\n"));
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        private static string Notes(Random random, int row)
        {
            var notes = new StringBuilder();
            for (var i = 0; i < 5; i++)
            {
                notes.Append(CultureInfo.InvariantCulture,
                    $"Group {random.Next(900)} {Deeds[random.Next(Deeds.Length)]} {Things[random.Next(Things.Length)]} {random.Next(40)} km from {Places[random.Next(Places.Length)]} and lost {random.Next(30)} vehicles. ");
            }

            return notes.Append(CultureInfo.InvariantCulture, $"Case {row}.").ToString();
        }
    }
}
