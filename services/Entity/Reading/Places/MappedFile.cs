using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace Truceline.Entity.Reading.Places;

/// <summary>
/// A file mapped into memory for reading, for the life of the process or until it is disposed: its pages are the operating system's, shared
/// between processes and given back under pressure. Spans of it must not outlive it.
/// </summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly int _length;

    /// <summary>Maps a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is empty, or longer than 2 GiB.</exception>
    public MappedFile(string path)
    {
        // Of the file that is opened: a path may be a symbolic link, which has a length of its own.
        using var handle = File.OpenHandle(path);
        var length = RandomAccess.GetLength(handle);
        if (length is 0 or > int.MaxValue)
            throw new InvalidDataException($"{path} holds {length} bytes; it cannot be mapped.");
        _length = (int)length;
        _file = MemoryMappedFile.CreateFromFile(handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = _file.CreateViewAccessor(0, _length, MemoryMappedFileAccess.Read);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _start = start + _view.PointerOffset;
    }

    /// <summary>All bytes.</summary>
    public ReadOnlySpan<byte> Bytes => new(_start, _length);

    /// <summary>Numbers, little-endian as they stand in the file, from an offset in bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in the file.</exception>
    public ReadOnlySpan<T> Span<T>(int offset, int count)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes.Slice(offset, checked(count * sizeof(T))));

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
