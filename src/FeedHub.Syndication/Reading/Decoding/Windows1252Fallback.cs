using System.Text;

namespace FeedHub.Syndication.Reading.Decoding;

/// <summary>Reads each undecodable byte as windows-1252: what is pasted into UTF-8 pages nearly always is.</summary>
internal sealed class Windows1252Fallback : DecoderFallback
{
    // An invalid UTF-8 sequence is at most three bytes long.
    public override int MaxCharCount => 3;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private string _text = "";
        private int _at;

        public override int Remaining => _text.Length - _at;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            _text = CharsetNames.Windows1252.GetString(bytesUnknown);
            _at = 0;
            return _text.Length > 0;
        }

        public override char GetNextChar() => _at < _text.Length ? _text[_at++] : '\0';

        public override bool MovePrevious() => _at > 0 && _at-- > 0;

        public override void Reset() => (_text, _at) = ("", 0);
    }
}
