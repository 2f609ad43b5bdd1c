using System.Xml;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats;

/// <summary>Hands on to another reader, refuses what is nested too deeply, and says where a fault is. See <see cref="SafeXml"/>.</summary>
internal sealed class LimitedXmlReader(XmlReader inner, MeteredReader source, int deepest) : XmlReader, IXmlLineInfo
{
    public override int AttributeCount => inner.AttributeCount;

    public override string BaseURI => inner.BaseURI;

    public override int Depth => inner.Depth;

    public override bool EOF => inner.EOF;

    public override bool IsEmptyElement => inner.IsEmptyElement;

    public override string LocalName => inner.LocalName;

    public override string NamespaceURI => inner.NamespaceURI;

    public override XmlNameTable NameTable => inner.NameTable;

    public override XmlNodeType NodeType => inner.NodeType;

    public override string Prefix => inner.Prefix;

    public override ReadState ReadState => inner.ReadState;

    public override XmlReaderSettings? Settings => inner.Settings;

    public override string Value => Guarded(() => inner.Value);

    public int LineNumber => (inner as IXmlLineInfo)?.LineNumber ?? 0;

    public int LinePosition => (inner as IXmlLineInfo)?.LinePosition ?? 0;

    public bool HasLineInfo() => true;

    public override bool Read() => Check(Guarded(inner.Read));

    public override async Task<bool> ReadAsync()
    {
        try
        {
            return Check(await inner.ReadAsync());
        }
        catch (XmlException fault)
        {
            throw Refused(fault);
        }
    }

    public override async Task<string> GetValueAsync()
    {
        try
        {
            return await inner.GetValueAsync();
        }
        catch (XmlException fault)
        {
            throw Refused(fault);
        }
    }

    public override string GetAttribute(int i) => inner.GetAttribute(i);

    public override string? GetAttribute(string name) => inner.GetAttribute(name);

    public override string? GetAttribute(string name, string? namespaceURI) => inner.GetAttribute(name, namespaceURI);

    public override string? LookupNamespace(string prefix) => inner.LookupNamespace(prefix);

    public override bool MoveToAttribute(string name) => inner.MoveToAttribute(name);

    public override bool MoveToAttribute(string name, string? ns) => inner.MoveToAttribute(name, ns);

    public override bool MoveToElement() => inner.MoveToElement();

    public override bool MoveToFirstAttribute() => inner.MoveToFirstAttribute();

    public override bool MoveToNextAttribute() => inner.MoveToNextAttribute();

    public override bool ReadAttributeValue() => inner.ReadAttributeValue();

    public override void ResolveEntity() => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Check(bool more)
    {
        source.Mark();
        return inner.Depth <= deepest
            ? more
            : throw new DocumentRefusedException(Place(LineNumber, LinePosition), $"It must be nested at most {deepest} deep.", "TOO_DEEP");
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException fault)
        {
            throw Refused(fault);
        }
    }

    private DocumentRefusedException Refused(XmlException fault)
    {
        // A parser asks for what lies behind the end only when it still waits for something.
        var atEnd = source.IsAtEnd;
        return new DocumentRefusedException(
            Place(fault.LineNumber, fault.LinePosition),
            atEnd ? "It ends before its last element is closed." : "It is not well-formed XML here, or refers to an entity that XML does not know.",
            atEnd ? "TRUNCATED" : "MALFORMED");
    }

    private static string Place(int line, int column) => $"line {line}, column {column}";
}
