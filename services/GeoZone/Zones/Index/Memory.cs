using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>Fetches memory that will be asked for soon, so that many askers wait side by side.</summary>
internal static unsafe class Memory
{
    /// <summary>Bytes that are fetched at once.</summary>
    public const int Line = 64;

    /// <summary>Fetches the lines of so many bytes from a place on.</summary>
    // The address may be an old one when the collector moves the object meanwhile: then the wrong lines are fetched, which does no harm.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch<T>(ref T from, int bytes = Line)
    {
        if (!Sse.IsSupported)
            return;
        var at = (byte*)Unsafe.AsPointer(ref from);
        for (var i = 0; i < bytes; i += Line)
            Sse.Prefetch0(at + i);
    }

    /// <summary>Fetches so many bytes of an object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FetchObject(object one, int bytes) => Fetch(ref Unsafe.As<Head>(one).First, bytes);

    private sealed class Head
    {
        public byte First;
    }
}
