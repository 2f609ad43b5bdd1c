using CsCheck;
using Truceline.Ingest.Stories.Signatures;

namespace Truceline.Ingest.UnitTests.Stories.Signatures;

public class KeyTableTests
{
    [Fact]
    public void Find_AfterManyEntries_GivesThoseOfTheKey() => Gen.Select(Gen.UInt, Gen.Int[1, 5]).Array[0, 3000].Sample(entries =>
    {
        var table = new KeyTable();
        var model = new Dictionary<uint, List<uint>>();
        uint number = 0;
        foreach (var (key, times) in entries)
        {
            for (var i = 0; i < times; i++)
            {
                table.Add(key, number);
                (model.TryGetValue(key == 0 ? 1 : key, out var known) ? known : model[key == 0 ? 1 : key] = []).Add(number++);
            }
        }

        return model.All(m => Find(table, m.Key).Order().SequenceEqual(m.Value.TakeLast(KeyTable.MostOfOneKey)));
    }, iter: 30);

    [Fact]
    public void Add_KeyThatManyShare_KeepsTheLatest()
    {
        var table = new KeyTable();
        for (uint i = 0; i < 100; i++)
        {
            table.Add(7, i);
        }

        Assert.Equal(Enumerable.Range(92, 8).Select(i => (uint)i), Find(table, 7).Order());
    }

    [Fact]
    public void Sweep_UnwantedNumbers_AreGone()
    {
        var table = new KeyTable();
        for (uint i = 0; i < 10_000; i++)
        {
            table.Add(i * 2654435761, i);
        }

        table.Sweep(n => n % 2 == 0);

        Assert.All(Enumerable.Range(0, 10_000), i => Assert.Equal(i % 2 == 0, Find(table, (uint)i * 2654435761).Contains((uint)i)));
    }

    private static uint[] Find(KeyTable table, uint key)
    {
        Span<uint> numbers = stackalloc uint[64];
        return numbers[..table.Find(key, numbers)].ToArray();
    }
}
