using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>
/// A multimap from 32-bit keys to numbers of reports, 8 bytes an entry. Buckets of eight fill a cache line; a full one goes over into the next. Keys must be
/// evenly spread. Of one key at most <see cref="MostOfOneKey"/> entries stay, the highest numbers: a run of words that many texts share tells nothing.
/// Not thread-safe.
/// </summary>
internal sealed class KeyTable
{
    /// <summary>Most entries of one key.</summary>
    internal const int MostOfOneKey = 8;

    private const int Slots = 8;
    private const int BucketLength = 2 * Slots;
    private const int ShardBits = 4;
    private const double MostFull = 0.8;
    private const double Growth = 1.5;

    private readonly Shard[] _shards = [.. Enumerable.Range(0, 1 << ShardBits).Select(_ => new Shard(1))];

    /// <summary>Bytes that it takes.</summary>
    internal long MemoryBytes => _shards.Sum(s => (long)s.Memory.Length * sizeof(uint));

    /// <summary>Adds an entry.</summary>
    internal void Add(uint key, uint number)
    {
        key = Key(key);
        ref var shard = ref _shards[key >> (32 - ShardBits)];
        if (shard.Count >= shard.Buckets * Slots * MostFull)
        {
            shard = Grown(shard, _ => true);
        }

        Put(ref shard, key, number);
    }

    /// <summary>Fetches what a look-up will touch, so that many look-ups wait for memory together.</summary>
    internal unsafe void Prefetch(uint key)
    {
        if (Sse.IsSupported)
        {
            key = Key(key);
            ref readonly var shard = ref _shards[key >> (32 - ShardBits)];
            fixed (uint* at = &shard.Memory[shard.Start + (BucketLength * Bucket(key, shard.Buckets))])
            {
                Sse.Prefetch0(at);
            }
        }
    }

    /// <summary>The numbers of a key, in no order.</summary>
    /// <returns>How many were written, at most <see cref="MostOfOneKey"/>.</returns>
    internal int Find(uint key, Span<uint> numbers)
    {
        key = Key(key);
        ref readonly var shard = ref _shards[key >> (32 - ShardBits)];
        var bucket = Bucket(key, shard.Buckets);
        var count = 0;
        while (true)
        {
            ref var tags = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(shard.Memory), shard.Start + (BucketLength * bucket));
            var found = Vector256.LoadUnsafe(ref tags);
            var same = Vector256.Equals(found, Vector256.Create(key)).ExtractMostSignificantBits();
            if (count < numbers.Length)
            {
                // Whether a key is there is as good as drawn by lot, and a wrongly guessed branch costs more than the look: the first entry is written in any case, and counts if it is one.
                numbers[count] = Unsafe.Add(ref tags, Slots + BitOperations.TrailingZeroCount(same | (1 << (Slots - 1))));
                count += (int)((same | (0 - same)) >> 31);
                same &= same - 1;
            }

            while (same != 0 && count < numbers.Length)
            {
                numbers[count++] = Unsafe.Add(ref tags, Slots + BitOperations.TrailingZeroCount(same));
                same &= same - 1;
            }

            if (Vector256.EqualsAny(found, Vector256<uint>.Zero))
            {
                return count;
            }

            bucket = bucket + 1 == shard.Buckets ? 0 : bucket + 1;
        }
    }

    /// <summary>Leaves out all entries whose number is not wanted any more.</summary>
    internal void Sweep(Func<uint, bool> wanted)
    {
        for (var i = 0; i < _shards.Length; i++)
        {
            _shards[i] = Grown(_shards[i], wanted);
        }
    }

    // 0 marks a free slot.
    private static uint Key(uint key) => key == 0 ? 1 : key;

    private static int Bucket(uint key, int buckets) => (int)(((ulong)(key << ShardBits) * (uint)buckets) >> 32);

    private static void Put(ref Shard shard, uint key, uint number)
    {
        var bucket = Bucket(key, shard.Buckets);
        var same = 0;
        var oldest = -1;
        while (true)
        {
            var at = shard.Start + (BucketLength * bucket);
            for (var slot = at; slot < at + Slots; slot++)
            {
                var tag = shard.Memory[slot];
                if (tag == 0)
                {
                    var full = same >= MostOfOneKey;
                    var to = full ? oldest : slot;
                    shard.Memory[to] = key;
                    shard.Memory[to + Slots] = number;
                    shard.Count += full ? 0 : 1;
                    return;
                }

                if (tag == key)
                {
                    same++;
                    oldest = oldest < 0 || shard.Memory[slot + Slots] < shard.Memory[oldest + Slots] ? slot : oldest;
                }
            }

            bucket = bucket + 1 == shard.Buckets ? 0 : bucket + 1;
        }
    }

    private static Shard Grown(Shard shard, Func<uint, bool> wanted)
    {
        var grown = new Shard(shard.Count >= shard.Buckets * Slots * MostFull ? (int)(shard.Buckets * Growth) + 1 : shard.Buckets);
        for (var bucket = 0; bucket < shard.Buckets; bucket++)
        {
            var at = shard.Start + (BucketLength * bucket);
            for (var slot = at; slot < at + Slots; slot++)
            {
                if (shard.Memory[slot] != 0 && wanted(shard.Memory[slot + Slots]))
                {
                    Put(ref grown, shard.Memory[slot], shard.Memory[slot + Slots]);
                }
            }
        }

        return grown;
    }

    private struct Shard
    {
        internal readonly uint[] Memory;
        internal readonly int Start;
        internal readonly int Buckets;
        internal int Count;

        internal unsafe Shard(int buckets)
        {
            Buckets = buckets;
            Memory = GC.AllocateArray<uint>((buckets + 1) * BucketLength, pinned: true);
            HugePages.Ask(Memory);
            // A bucket is a cache line.
            var address = (nuint)Marshal.UnsafeAddrOfPinnedArrayElement(Memory, 0);
            Start = (int)((64 - (address % 64)) % 64 / sizeof(uint));
        }
    }
}
