using System.Threading.Channels;
using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar.Delivery;

/// <summary>
/// One consumer group of one stream, shared by all replicas of an app: each message goes to one of them. Who has waited longest is served
/// first, as Redis serves blocked readers. Thread-safe.
/// </summary>
internal sealed class GroupIntake(StreamFeed feed, StreamName stream, string group) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ChannelReader<bool> _appended = feed.Listen(stream);
    private long _lastLeftOver;
    private bool _leftOversDone;

    /// <summary>
    /// First what an earlier process took and did not acknowledge (at once, where Redis Streams would wait for it to be idle long enough),
    /// each message once whatever the number of replicas; then what is new. Waits until there is something.
    /// </summary>
    /// <returns>Between 1 and <paramref name="max"/> ids, pending from now on, and whether they were left over.</returns>
    /// <exception cref="OperationCanceledException">Cancelled while waiting; nothing was taken.</exception>
    /// <exception cref="System.Data.Common.DbException">The store failed; nothing was taken.</exception>
    public async Task<(IReadOnlyList<long> Ids, bool LeftOver)> NextAsync(int max, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // Nothing is taken before the left-overs are through, so the list of what is pending holds nothing of this process.
            if (!_leftOversDone)
            {
                var leftOver = feed.Store.ListPending(stream, group, _lastLeftOver, max);
                if (leftOver.Count > 0)
                {
                    _lastLeftOver = leftOver[^1];
                    return (leftOver, true);
                }

                _leftOversDone = true;
            }

            while (true)
            {
                var ids = feed.Store.Take(stream, group, max);
                if (ids.Count > 0)
                    return (ids, false);
                await _appended.ReadAsync(cancellationToken);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
