namespace Truceline.Entity.Reading.Places;

/// <summary>
/// How the compiled gazetteer is laid out. A header of fixed length, then sections, each aligned to 8 bytes. All numbers are little-endian.
/// <list type="bullet">
/// <item>header: magic (8 bytes), version (int32), count of sections (int32), SHA-256 of all that follows it (32 bytes), then for each section
/// its offset in bytes and its count of elements (int32 each);</item>
/// <item>rows, in columns: <see cref="Section.Positions"/> (latitude + 90° in 10⁻⁵ degrees, 25 bits; longitude + 180° likewise, 26 bits; kind, 5;
/// ten times the binary logarithm of the population, 8), <see cref="Section.Ids"/>, <see cref="Section.NameOffsets"/> (bit 31: the id is
/// Who's On First's), <see cref="Section.DivisionOfRow"/>;</item>
/// <item>postings, in two columns: for each name of a row the lowest 16 bits of the hash of its loose key; the row (20 bits), whether the name is
/// the main one (1), the check of its strict key (11); sorted by bucket (the highest bits of the hash), then by value;</item>
/// <item>skeleton postings: the lowest 12 bits of the hash, the row (20).</item>
/// </list>
/// </summary>
internal static class GazetteerFormat
{
    /// <summary>Version of the layout and of the rules of folding: a file of another version is refused.</summary>
    public const int Version = 3;

    /// <summary>Bits of the hash that number the bucket.</summary>
    public const int BucketBits = 17;

    /// <summary>Bits of the hash of a first word that number its cell in <see cref="Section.FirstWords"/>.</summary>
    public const int FirstWordBits = 19;

    /// <summary>Longest name in words, articles aside, that matching looks for.</summary>
    public const int LongestName = 6;

    /// <summary>Most rows that a posting can number.</summary>
    public const int MostRows = 1 << 20;

    public const int MagicLength = 8;
    public const int ChecksumOffset = MagicLength + 8;
    public const int ChecksumLength = 32;
    public const int SectionsOffset = ChecksumOffset + ChecksumLength;

    public static ReadOnlySpan<byte> Magic => "TRUCEGAZ"u8;

    /// <summary>Bytes before the first section.</summary>
    public static int HeaderLength => SectionsOffset + (Enum.GetValues<Section>().Length * 8);

    /// <summary>Sections in the order of the file. Append, never renumber.</summary>
    public enum Section
    {
        /// <summary>Sources, versions, licences and hashes: JSON in UTF-8.</summary>
        Sources,
        Positions,
        Ids,
        NameOffsets,
        DivisionOfRow,

        /// <summary>Names in UTF-8, each behind its length in one byte.</summary>
        Names,

        /// <summary>Codes of divisions, 16 bytes each, padded with zeros.</summary>
        Divisions,

        /// <summary>Rows that have a radius of their own, in order, and the radii in km.</summary>
        RadiusRows,
        Radii,

        /// <summary>First posting of each bucket, and one past the last.</summary>
        Buckets,
        Fingerprints,
        Postings,
        SkeletonBuckets,
        SkeletonPostings,

        /// <summary>By the hash of a name's first loose word: the most words that such a name has, 0 for none; two in a byte, the even one low.</summary>
        FirstWords,
    }

    /// <summary>The bucket of a hash.</summary>
    public static int Bucket(ulong hash) => (int)(hash >> (64 - BucketBits));

    /// <summary>A posting of a name.</summary>
    public static uint Posting(int row, bool isMain, uint check) => ((uint)row << 12) | (isMain ? 1u << 11 : 0) | check;

    /// <summary>The row, whether the name is the main one, and the check of its strict key.</summary>
    public static (int Row, bool IsMain, uint Check) ReadPosting(uint posting) => ((int)(posting >> 12), (posting & (1u << 11)) != 0, posting & 0x7FF);

    /// <summary>A posting of a skeleton.</summary>
    public static uint SkeletonPosting(ulong hash, int row) => ((uint)hash << 20) | (uint)row;
}
