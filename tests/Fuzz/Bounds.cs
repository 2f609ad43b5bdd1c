namespace Truceline.Fuzz;

/// <summary>How much memory reading a document may ask for in all, including what is given back at once; a bomb asks for millions of times its size.</summary>
internal static class Bounds
{
    /// <summary>64 MiB for what libraries build up, and 4 KiB for each byte.</summary>
    internal static long For(long documentBytes) => (64L * 1024 * 1024) + (4096 * documentBytes);
}
