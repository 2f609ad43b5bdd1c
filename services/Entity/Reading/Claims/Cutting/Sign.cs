namespace Truceline.Entity.Reading.Claims.Cutting;

/// <summary>A part of a feature's name with its hash, so that reading makes no strings.</summary>
/// <param name="Text">The characters; no space among them.</param>
/// <param name="Hash">FNV-1a of the characters; 0 for none.</param>
internal readonly record struct Sign(string Text, ulong Hash)
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The sign of some characters.</summary>
    public static Sign Of(string text)
    {
        var hash = Offset;
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        return new Sign(text, hash);
    }

    /// <summary>Key of a feature made of up to three signs.</summary>
    public static ulong Key(Sign template, Sign a, Sign b) => Mix(Mix(template.Hash, a.Hash), b.Hash);

    /// <summary>Key of a feature by its name, the signs parted by spaces.</summary>
    public static ulong Key(string name)
    {
        var parts = name.Split(' ');
        return Key(Of(parts[0]), parts.Length > 1 ? Of(parts[1]) : default, parts.Length > 2 ? Of(parts[2]) : default);
    }

    private static ulong Mix(ulong a, ulong b) => (((a << 23) | (a >> 41)) ^ b) * 0x9E3779B97F4A7C15;
}
