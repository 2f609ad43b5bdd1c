using System.Text;

namespace Truceline.Ingest.Documents;

/// <summary>
/// Decodes bytes that are invalid in a document's encoding as windows-1252, one by one: what a page pasted together of two encodings most often holds.
/// It never fails. One instance counts for one document.
/// </summary>
internal sealed class PiecewiseFallback : DecoderFallback
{
    private static readonly string[] Western = [.. Enumerable.Range(0, 256).Select(b => EncodingNames.Of(1252).GetString([(byte)b]))];

    /// <summary>How many runs of invalid bytes were decoded so.</summary>
    internal int Runs { get; private set; }

    public override int MaxCharCount => 8;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private sealed class Buffer(PiecewiseFallback owner) : DecoderFallbackBuffer
    {
        private string _text = "";
        private int _next;

        public override int Remaining => _text.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.Runs++;
            _text = string.Concat(bytesUnknown.Select(b => Western[b]));
            _next = 0;
            return _text.Length > 0;
        }

        public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0)
            {
                return false;
            }

            _next--;
            return true;
        }

        public override void Reset()
        {
            _text = "";
            _next = 0;
        }
    }
}
