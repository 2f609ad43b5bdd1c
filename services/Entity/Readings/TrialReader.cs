using Google.Protobuf.WellKnownTypes;
using Truceline.Entity.Areas;
using Truceline.Entity.Reading.Places.Resolution;
using Truceline.Entity.V1;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using ReadingProto = Truceline.Entity.V1.Reading;

namespace Truceline.Entity.Readings;

/// <summary>Reads a text without accepting it: nothing is stored and nobody is told. A replica reads a few at once, so that reports are not held up. Thread-safe.</summary>
internal sealed class TrialReader(ReportReader reader, AreasInForce areas, TimeProvider time) : IDisposable
{
    /// <summary>Most texts that a replica reads at once.</summary>
    internal const int AtOnce = 2;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turns = new(AtOnce);

    /// <summary>Reads a text.</summary>
    /// <exception cref="ResourceExhaustedException">Others are being read, and none was done within five seconds.</exception>
    internal async Task<ReadingProto> ReadAsync(ReadTextRequest request, CancellationToken cancellationToken)
    {
        if (!await _turns.WaitAsync(LongestWait, cancellationToken))
        {
            throw new ResourceExhaustedException("READING_BUSY", "Other texts are being read. Try again later.");
        }

        try
        {
            // The text is bounded, so whoever does not wait for the end leaves little work behind.
            return await Task.Run(() => Read(request), cancellationToken).WaitAsync(cancellationToken);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private ReadingProto Read(ReadTextRequest request)
    {
        var now = time.GetUtcNow();
        var report = new Report
        {
            Text = request.Text,
            Published = request.DatelineDate.Length > 0 ? request.DatelineDate : request.Published,
            Source = request.Source,
            Language = request.Language,
            Reliability = request.Reliability,
            ReceivedTime = Timestamp.FromDateTimeOffset(now),
        };
        return reader.Read(report, AreasOf(request), now);
    }

    private AreasOfInterest AreasOf(ReadTextRequest request)
    {
        var given = request.Areas.Select(a => new AreaOfInterest(a.Name, a.Position.Latitude, a.Position.Longitude, a.RadiusM)).ToList();
        var inForce = request.AreaChoice == AreaChoice.Given ? AreasOfInterest.None : areas.Current;
        return given.Count == 0 ? inForce : inForce.With(given);
    }
}
