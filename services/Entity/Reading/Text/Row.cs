using System.Collections;

namespace Truceline.Entity.Reading.Text;

/// <summary>A list that never changes. Unlike an interface, asked for an item it answers without a call.</summary>
/// <param name="items">The items; the row owns them.</param>
internal sealed class Row<T>(T[] items) : IReadOnlyList<T>
{
    public int Count => items.Length;

    public T this[int index] => items[index];

    public ReadOnlySpan<T>.Enumerator GetEnumerator() => new ReadOnlySpan<T>(items).GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}
