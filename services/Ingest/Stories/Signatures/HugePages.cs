using System.Runtime.InteropServices;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>
/// Pinned memory that is read here and there: asks Linux for large pages where it allows that (<c>transparent_hugepage</c> "madvise" or "always"), so that a
/// look-up does not wait for the table of pages as well. Only a hint; nothing depends on it.
/// </summary>
internal static partial class HugePages
{
    private const int Size = 2 * 1024 * 1024;
    private const int Advice = 14;

    /// <summary>Asks for them, before the array is written to.</summary>
    /// <typeparam name="T">A type without references.</typeparam>
    /// <param name="pinned">An array on the pinned heap.</param>
    internal static void Ask<T>(T[] pinned)
        where T : unmanaged
    {
        var length = (nuint)Buffer.ByteLength(pinned);
        if (!OperatingSystem.IsLinux() || length < Size)
        {
            return;
        }

        var start = (nuint)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
        var first = (start + Size - 1) / Size * Size;
        var last = (start + length) / Size * Size;
        if (last > first)
        {
            _ = Advise(first, last - first, Advice);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint start, nuint length, int advice);
}
