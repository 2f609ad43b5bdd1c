namespace Truceline.Ingest.Normalising.Datelines;

/// <summary>
/// Reads the dateline with which a line begins. Everything before its dash, colon or point has to be a place, a day or an agency; that alone tells it from a sentence.
/// One pass over at most 48 pieces.
/// </summary>
/// <param name="line">The beginning of the line.</param>
/// <param name="tokens">Its pieces.</param>
internal ref partial struct HeaderParser(ReadOnlySpan<char> line, List<HeaderToken> tokens)
{
    private const int MostAgencyWords = 4;
    private const int MostUnknownWords = 5;
    private const int MostSlashed = 9;

    private readonly ReadOnlySpan<char> _line = line;
    private readonly HeaderPlace _place = new();
    private int _at;
    private DatelineDay? _day;
    private string? _agency;
    private (int Start, int End) _unknown;
    private bool _afterDash;
    private bool _bracketed;
    private bool _ended;
    private HeaderFound? _best;

    /// <summary>The dateline; null when the line begins with none.</summary>
    internal HeaderFound? Parse()
    {
        while (!_ended && _at < tokens.Count && Step())
        {
        }

        if (_at >= tokens.Count && _best is null && tokens.Count > 0 && tokens[^1].End == _line.TrimEnd().Length)
        {
            AcceptLine();
        }

        return _best;
    }

    /// <summary>Takes the next piece; false when it belongs to no dateline or the dateline has ended.</summary>
    private bool Step()
    {
        var token = tokens[_at];
        switch (token.Kind)
        {
            case HeaderTokenKind.Dash:
                return Dash();
            case HeaderTokenKind.Number:
                return Day() || Clock();
            case HeaderTokenKind.Word:
                return Day() || Weekday() || Agency() || (!_afterDash || _place.IsEmpty) && _best is not { IsWhole: true } && _unknown == default && _place.Add(_line, tokens, ref _at, _day is not null);
            default:
                return Sign(_line[token.Start]);
        }
    }

    private bool Sign(char sign)
    {
        switch (sign)
        {
            case '(':
                return Bracket(')');
            case '[':
                return !_place.IsEmpty && _agency is null && Bracket(']');
            case '/' when Slashed():
                return true;
            case '/':
                _at++;
                return _place.Join() || _agency is not null;
            case ':':
                Accept(tokens[_at].End, HeaderEnd.Colon);
                return false;
            case '.' when _agency is not null:
                Accept(tokens[_at].End, HeaderEnd.Point);
                return false;
            case ',' or '.' or ';' or '|' or '،':
                // "MOSCOW, Sept 17": a point does so only before the day.
                _at++;
                _place.Comma();
                return !_place.IsEmpty || _day is not null || _agency is not null;
            default:
                return false;
        }
    }

    private bool Dash()
    {
        Accept(tokens[_at].End, tokens[_at].End - tokens[_at].Start > 1 || _line[tokens[_at].Start] is '—' or '–' ? HeaderEnd.LongDash : HeaderEnd.Dash);
        _at++;
        _afterDash = true;
        // "(ANSA) - ROMA, 17 SET -" and "MOSCOW, 17 Sep - RIA Novosti.": what is missing may follow.
        return _at < tokens.Count && (_agency is null || (_place.IsEmpty && _day is null));
    }

    private bool Day()
    {
        if (_day is not null || HeaderDates.Read(_line, tokens, ref _at) is not { } day)
        {
            return false;
        }

        _day = day;
        return true;
    }

    /// <summary>A time behind the day: "14:05".</summary>
    private bool Clock()
    {
        if (_day is null || _at + 2 >= tokens.Count || _line[tokens[_at + 1].Start] != ':' || tokens[_at + 2].Kind != HeaderTokenKind.Number)
        {
            return false;
        }

        _at += 3;
        return true;
    }

    private bool Weekday()
    {
        if (!HeaderDates.IsWeekday(Text(tokens[_at])) || (_place.IsEmpty && _agency is null))
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>An agency that stands free: "Damascus, SANA -".</summary>
    private bool Agency()
    {
        if (_agency is not null || AgencyAt(_at, out var next) is not { } agency || (_place.IsOpen && next < tokens.Count && tokens[next].Kind == HeaderTokenKind.Word && !EndsSentence(next)))
        {
            return false;
        }

        _agency = agency;
        _at = next;
        if (_at >= tokens.Count || tokens[_at].Kind is HeaderTokenKind.Word or HeaderTokenKind.Number || _line[tokens[_at].Start] is '"' or '“' or '«')
        {
            if ((!_place.IsEmpty || _day is not null) && (_at >= tokens.Count || !char.IsLower(_line[tokens[_at].Start])))
            {
                Accept(tokens[_at - 1].End, HeaderEnd.None);
            }

            _ended = true;
        }

        return true;
    }

    private readonly bool EndsSentence(int at) => !char.IsLower(_line[tokens[at].Start]);

    /// <summary>An agency between slashes, perhaps with its reporter: "/TASS/."</summary>
    private bool Slashed()
    {
        string? agency = null;
        var next = _at + 1;
        for (; next < tokens.Count && next < _at + MostSlashed && _line[tokens[next].Start] != '/'; next++)
        {
            agency ??= AgencyAt(next, out _);
        }

        if (_agency is not null || agency is null || next >= tokens.Count || _line[tokens[next].Start] != '/')
        {
            return false;
        }

        _agency = agency;
        _at = next + 1;
        if (_at >= tokens.Count || tokens[_at].Kind == HeaderTokenKind.Word)
        {
            Accept(tokens[_at - 1].End, HeaderEnd.None);
        }

        return true;
    }

    private void AcceptLine()
    {
        if (_day is not null && _agency is null && _unknown == default && _place.StandsAlone(_line))
        {
            Take(tokens[^1].End);
        }
    }

    private void Accept(int end, HeaderEnd by)
    {
        if (_unknown != default && (by is HeaderEnd.None or HeaderEnd.Point || (_day is null && !_place.IsShouted(_line))))
        {
            return;
        }

        var named = _agency is not null || _unknown != default;
        var placed = !_place.IsEmpty && _place.IsPlausible(_line, named);
        var isDateline = by switch
        {
            _ when !_place.IsEmpty && !placed => false,
            _ when named && !placed => by is HeaderEnd.Dash or HeaderEnd.LongDash,
            _ when named => true,
            HeaderEnd.None or HeaderEnd.Point => false,
            _ when !placed => false,
            _ when _day is not null => true,
            HeaderEnd.Colon => _place.IsShouted(_line) && !_bracketed,
            _ => (_place.IsShouted(_line) && !_bracketed) || _place.EndsKnown(_line, by == HeaderEnd.LongDash),
        };
        if (isDateline)
        {
            Take(end);
        }
    }

    private void Take(int end)
    {
        var place = _place.IsEmpty ? "" : _line[_place.Start.._place.End].ToString();
        var agency = _agency ?? (_unknown == default ? "" : _line[(_unknown.Start + 1)..(_unknown.End - 1)].Trim().ToString());
        _best = new HeaderFound(tokens[0].Start, end, place, _day, agency);
    }

    private readonly ReadOnlySpan<char> Text(HeaderToken token) => _line[token.Start..token.End];
}
