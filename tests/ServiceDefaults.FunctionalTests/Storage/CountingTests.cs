using Microsoft.EntityFrameworkCore;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.ServiceDefaults.FunctionalTests.Storage;

public class CountingTests
{
    private const int Writers = 6;
    private const int Each = 15;

    [Fact]
    public async Task CountUp_FirstTime_BeginsAtOneAndLeavesRoomForAll()
    {
        await using var database = await SharedDatabase.CreateAsync();

        Assert.Equal(1, await CountAsync(database, "alerts", 3));
        Assert.Equal(4, await CountAsync(database, "alerts", 1));
        Assert.Equal(1, await CountAsync(database, "other", 1));
    }

    [Fact]
    public async Task CountUp_RolledBack_GivesTheNumberAgain()
    {
        await using var database = await SharedDatabase.CreateAsync();
        await CountAsync(database, "alerts", 1);
        await using (var db = database.Open())
        {
            Assert.Equal(2, await db.CountUpAsync("alerts", 1, CancellationToken.None));
        }

        Assert.Equal(2, await CountAsync(database, "alerts", 1));
    }

    /// <summary>Who reads up to a number has missed none before it: what can be seen has no gap at any time.</summary>
    [Fact]
    public async Task CountUp_ManyWritersAtOnce_NumbersFollowTheCommits()
    {
        await using var database = await SharedDatabase.CreateAsync();
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteAsync(database))));
        var looks = 0;
        while (!writing.IsCompleted)
        {
            await using var db = database.Open();
            var seen = await db.Inbox.OrderBy(m => m.EventId).Select(m => m.EventId).ToListAsync();
            Assert.Equal(Enumerable.Range(1, seen.Count).Select(NameOf), seen);
            looks++;
        }

        await writing;
        await using var end = database.Open();
        Assert.Equal(Writers * Each, await end.Inbox.CountAsync());
        Assert.True(looks > 1, "It was looked at while it was written.");
    }

    private static async Task WriteAsync(SharedDatabase database)
    {
        for (var i = 0; i < Each; i++)
        {
            await using var db = database.Open();
            var number = await db.CountUpAsync("alerts", 1, CancellationToken.None);
            await Task.Yield();
            db.Inbox.Add(new InboxMessage { Source = "test", EventId = NameOf((int)number), ProcessedTime = DateTimeOffset.UnixEpoch });
            await db.SaveChangesAsync();
            await db.Database.CurrentTransaction!.CommitAsync();
        }
    }

    private static async Task<long> CountAsync(SharedDatabase database, string name, int count)
    {
        await using var db = database.Open();
        var first = await db.CountUpAsync(name, count, CancellationToken.None);
        await db.Database.CurrentTransaction!.CommitAsync();
        return first;
    }

    private static string NameOf(int number) => number.ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
}
