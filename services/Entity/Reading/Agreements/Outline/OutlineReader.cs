namespace Truceline.Entity.Reading.Agreements.Outline;

/// <summary>Reads the order of a document from its lines: articles, points, nested lists, annexes, timetables, tables. Takes any text, in linear time.</summary>
internal static class OutlineReader
{
    private const int DeepestNesting = 8;
    private const int LongestHeading = 100;

    /// <summary>The top provisions of a text in order.</summary>
    public static List<Provision> Read(string text, TextSpan body)
    {
        var state = new State(text);
        var start = body.Start;
        while (start < body.End)
        {
            var end = text.IndexOf('\n', start, body.End - start);
            end = end < 0 ? body.End : end;
            state.Add(new TextSpan(start, end));
            start = end + 1;
        }
        return state.Top;
    }

    private sealed class State(string text)
    {
        private readonly List<(LabelStyle Style, Provision Provision)> _open = [];
        private Provision? _last;
        private bool _lastIsTail;
        private bool _afterBlank = true;

        public List<Provision> Top { get; } = [];

        public void Add(TextSpan line)
        {
            var (start, end) = (line.Start, line.End);
            while (start < end && char.IsWhiteSpace(text[start]))
                start++;
            while (end > start && char.IsWhiteSpace(text[end - 1]))
                end--;
            if (start == end)
            {
                _afterBlank = true;
                return;
            }
            var indent = start - line.Start;
            var labelled = false;
            while (start < end && (!labelled || _open.Count < DeepestNesting) && LineLabel.Of(text.AsSpan(start, end - start), LetterBefore()) is { } label)
            {
                Open(label, indent);
                (labelled, start) = (true, start + label.Length);
                _last!.Own = new TextSpan(start, start);
            }
            if (labelled)
                Own(new TextSpan(start, end));
            else
                Unlabelled(new TextSpan(start, end), indent);
            _afterBlank = false;
        }

        private void Own(TextSpan words)
        {
            _lastIsTail = false;
            _last!.Own = words.Start < words.End ? words : _last.Own;
        }

        private char LetterBefore()
        {
            for (var i = _open.Count - 1; i >= 0; i--)
            {
                if (_open[i].Style == LabelStyle.Letter)
                    return _open[i].Provision.Label.Trim('(', ')')[0];
            }
            return '\0';
        }

        private void Open(LineLabel label, int indent)
        {
            var level = _open.FindLastIndex(o => o.Style == label.Style && (label.Style != LabelStyle.Dotted || Dots(o.Provision.Label) == Dots(label.Text)));
            if (label.Style is LabelStyle.Article or LabelStyle.Annex)
                level = _open.FindIndex(o => o.Style is LabelStyle.Article or LabelStyle.Annex) is var at and >= 0 ? at : 0;
            else if (level < 0 && label.Style is LabelStyle.Step)
                level = _open.FindIndex(o => o.Style is not (LabelStyle.Article or LabelStyle.Annex)) is var first and >= 0 ? first : _open.Count;
            else if (level < 0 && label.Style is LabelStyle.Number or LabelStyle.NumberBrackets && _open.Count > 0 && _open[^1].Style == LabelStyle.Step)
                level = _open.Count - 1;
            if (level >= 0 && level < _open.Count)
                _open.RemoveRange(level, _open.Count - level);
            if (_open.Count >= DeepestNesting)
                _open.RemoveAt(_open.Count - 1);
            var parent = _open.Count > 0 ? _open[^1].Provision : LeadIn(label.Style);
            var kind = label.Style switch
            {
                LabelStyle.Article => ProvisionKind.Article,
                LabelStyle.Annex => ProvisionKind.Annex,
                LabelStyle.Step => ProvisionKind.Step,
                _ => ProvisionKind.Point,
            };
            Append(new Provision(kind, label.Text, parent, indent));
            _open.Add((label.Style, _last!));
        }

        /// <summary>A paragraph without a number that ends with a colon leads in the list after it.</summary>
        private Provision? LeadIn(LabelStyle style) =>
            style is not (LabelStyle.Article or LabelStyle.Annex) && Top.Count > 0 && Top[^1] is { Kind: ProvisionKind.Paragraph } paragraph
            && paragraph.Own.Length > 0 && text[paragraph.Own.End - 1] is ':' ? paragraph : null;

        private void Unlabelled(TextSpan words, int indent)
        {
            if (_last is not null && !_afterBlank && IsContinued(_last) && !IsRow(words) && !IsRow(LastSpan(_last)))
            {
                Extend(words.End);
                return;
            }
            if (IsRow(words))
            {
                Append(new Provision(ProvisionKind.Row, "", Container(), indent));
                Own(words);
                return;
            }
            // "   The withdrawal shall begin …" under the items of point 2 goes on with point 2.
            var owner = _afterBlank && indent == 0 ? null : Owner(indent);
            if (owner is { Kind: ProvisionKind.Article or ProvisionKind.Annex, Own.Length: 0 })
            {
                _last = owner;
                Own(words);
            }
            else if (owner is { Kind: ProvisionKind.Point or ProvisionKind.Step or ProvisionKind.Paragraph })
            {
                owner.Tails.Add(words);
                (_last, _lastIsTail) = (owner, true);
            }
            else
            {
                while (_open.Count > 0 && _open[^1].Style is not (LabelStyle.Article or LabelStyle.Annex))
                    _open.RemoveAt(_open.Count - 1);
                var kind = IsHeading(words) ? ProvisionKind.Heading : ProvisionKind.Paragraph;
                Append(new Provision(kind, "", Container(), indent));
                Own(words);
            }
        }

        private Provision? Owner(int indent)
        {
            for (var i = _open.Count - 1; i >= 0; i--)
            {
                var provision = _open[i].Provision;
                if (provision.Indent < indent || (i == 0 && indent == 0) || provision.Kind is ProvisionKind.Article or ProvisionKind.Annex)
                {
                    _open.RemoveRange(i + 1, _open.Count - i - 1);
                    return provision;
                }
            }
            return null;
        }

        private Provision? Container() => _open.FindLast(o => o.Style is LabelStyle.Article or LabelStyle.Annex).Provision;

        private void Append(Provision provision)
        {
            (provision.Parent?.Children ?? Top).Add(provision);
            (_last, _lastIsTail) = (provision, false);
        }

        private TextSpan LastSpan(Provision provision) => _lastIsTail ? provision.Tails[^1] : provision.Own;

        private void Extend(int end)
        {
            if (_lastIsTail)
                _last!.Tails[^1] = _last.Tails[^1] with { End = end };
            else
                _last!.Own = _last.Own with { End = end };
        }

        /// <summary>Whether what was read last is not yet at its end: a line that was broken.</summary>
        private bool IsContinued(Provision provision)
        {
            var span = LastSpan(provision);
            return provision.Kind is not (ProvisionKind.Heading or ProvisionKind.Article or ProvisionKind.Annex) && span.Length > 0
                && text[span.End - 1] is not ('.' or ';' or ':' or '!' or '?') && !(provision.Parent is null && Top.Count == 1);
        }

        /// <summary>Cells with a bar or a tabulator between, or a gap of three blanks.</summary>
        private bool IsRow(TextSpan words) =>
            words.Length is > 2 and < 300 && text.AsSpan(words.Start, words.Length) is var line
            && (line.Contains(" | ", StringComparison.Ordinal) || line.Contains('\t') || line[0] == '|' || (line.Contains("    ", StringComparison.Ordinal) && line[^1] is not '.'));

        private bool IsHeading(TextSpan words)
        {
            if (words.Length > LongestHeading || text[words.End - 1] is '.' or ';' or ':' or ',')
                return false;
            return true;
        }

        private static int Dots(string label) => label.Count(c => c == '.');
    }
}
