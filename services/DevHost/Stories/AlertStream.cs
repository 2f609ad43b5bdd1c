using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Truceline.Notification.V1;

namespace Truceline.DevHost.Stories;

/// <summary>
/// One live stream of alerts, followed from the first alert on as a client does that must miss none: when it breaks, it is opened again after the last
/// alert that came.
/// </summary>
/// <param name="open">Opens the stream after a sequence; 0 for the beginning.</param>
/// <param name="time">The clock.</param>
internal sealed class AlertStream(Func<long, CancellationToken, IAsyncEnumerable<Alert>> open, TimeProvider time)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Alert> _alerts = new();
    private readonly ConcurrentDictionary<string, int> _times = new();

    /// <summary>Alerts that came, by id.</summary>
    internal IReadOnlyDictionary<string, Alert> Alerts => _alerts;

    /// <summary>How often each alert came, by id.</summary>
    internal IReadOnlyDictionary<string, int> Times => _times;

    /// <summary>How often the stream broke or could not be opened.</summary>
    internal int Breaks { get; private set; }

    /// <summary>Why it broke last; empty when it never did.</summary>
    internal string LastBreak { get; private set; } = "";

    /// <summary>Follows it until it is cancelled.</summary>
    /// <exception cref="RpcException">The stream was refused for good.</exception>
    /// <exception cref="HttpRequestException">The stream was refused for good.</exception>
    internal async Task FollowAsync(CancellationToken cancellationToken)
    {
        var after = 0L;
        var pause = ShortestPause;
        while (!cancellationToken.IsCancellationRequested)
        {
            var reason = "It ended.";
            try
            {
                await foreach (var alert in open(after, cancellationToken))
                {
                    _alerts.TryAdd(alert.Id, alert);
                    _times.AddOrUpdate(alert.Id, 1, (_, times) => times + 1);
                    after = Math.Max(after, alert.Sequence);
                    pause = ShortestPause;
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && IsPassing(exception))
            {
                reason = exception.Message;
            }

            cancellationToken.ThrowIfCancellationRequested();
            Breaks++;
            LastBreak = reason;
            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>Whether it is worth another try after a failure. Pure.</summary>
    internal static bool IsPassing(Exception exception) => exception switch
    {
        RpcException rpc => rpc.StatusCode is not (StatusCode.InvalidArgument or StatusCode.NotFound or StatusCode.Unimplemented
            or StatusCode.Unauthenticated or StatusCode.PermissionDenied),
        HttpRequestException { StatusCode: { } status } => status is >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout
            or HttpStatusCode.TooManyRequests,
        HttpRequestException or IOException or OperationCanceledException => true,
        _ => false,
    };
}
