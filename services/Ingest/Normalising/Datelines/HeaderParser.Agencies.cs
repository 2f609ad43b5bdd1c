using Truceline.Ingest.Normalising.Agencies;

namespace Truceline.Ingest.Normalising.Datelines;

/// <summary>Agencies of a dateline, and what stands in brackets.</summary>
internal ref partial struct HeaderParser
{
    /// <summary>What stands in brackets: agencies, a day, a place, or an agency that is not known.</summary>
    private bool Bracket(char closing)
    {
        var close = _at + 1;
        while (close < tokens.Count && _line[tokens[close].Start] != closing)
        {
            close++;
        }

        if (close >= tokens.Count || close == _at + 1)
        {
            return false;
        }

        var opening = _at;
        var inner = tokens[(_at + 1)..close];
        _at = close + 1;
        if (closing == ')' && AgenciesIn(opening + 1, close) is { } agency)
        {
            return BracketedAgency(agency, close);
        }

        var day = 0;
        if (_day is null && HeaderDates.Read(_line, inner, ref day) is { } found && day == inner.Count)
        {
            _day = found;
            return true;
        }

        if (_place.IsEmpty && _agency is null)
        {
            // "(Beirut, September 17, 2018) -", "September 17, 2018 (KHARTOUM) -"
            var parser = new HeaderParser(_line, inner);
            while (!parser._ended && parser._at < inner.Count && parser.Step())
            {
            }

            _bracketed = true;
            _day ??= parser._day;
            return parser._at == inner.Count && parser._agency is null && _place.Take(parser._place);
        }

        return Unknown(inner, (tokens[opening].Start, tokens[close].End));
    }

    private bool BracketedAgency(string agency, int close)
    {
        if (_agency is not null)
        {
            return false;
        }

        Settle();
        _agency = agency;
        if (_at < tokens.Count && tokens[_at].Kind == HeaderTokenKind.Word && !_place.IsEmpty && (_day is not null || _place.IsShouted(_line)) && !char.IsLower(_line[tokens[_at].Start]))
        {
            Accept(tokens[close].End, HeaderEnd.None);
        }

        return true;
    }

    private bool Unknown(List<HeaderToken> inner, (int Start, int End) brackets)
    {
        if (inner.Count > MostUnknownWords || _agency is not null || inner.Any(t => t.Kind != HeaderTokenKind.Word))
        {
            return false;
        }

        foreach (var word in inner)
        {
            if (char.IsLower(_line[word.Start]) && !HeaderWords.IsParticle(Text(word)))
            {
                return false;
            }
        }

        Settle();
        _unknown = brackets;
        if (_day is null && HeaderWords.IsKnown(_line[inner[0].Start..inner[^1].End]))
        {
            Settle();
        }

        return true;
    }

    /// <summary>What was not known in brackets is part of the place: something else stands in the agency's place.</summary>
    private void Settle()
    {
        if (_unknown != default)
        {
            _place.Extend(_unknown.End);
            _unknown = default;
        }
    }

    private readonly string? AgencyAt(int at, out int next)
    {
        for (var last = Math.Min(at + MostAgencyWords, tokens.Count) - 1; last >= at; last--)
        {
            if (AgencyNames.Find(_line[tokens[at].Start..tokens[last].End]) is { } agency)
            {
                next = last + 1;
                return agency;
            }
        }

        next = at;
        return null;
    }

    // Brackets make initials sure in any capitals: "(DPA)".
    private readonly string? InCapitals(int at, out int next)
    {
        next = at + 1;
        return char.IsUpper(_line[tokens[at].Start]) ? AgencyNames.FindInField(Text(tokens[at])) : null;
    }

    /// <summary>The first of the agencies of which the brackets hold nothing but names.</summary>
    private readonly string? AgenciesIn(int from, int to)
    {
        string? first = null;
        for (var at = from; at < to;)
        {
            if ((AgencyAt(at, out var next) ?? InCapitals(at, out next)) is { } agency && next <= to)
            {
                first ??= agency;
                at = next;
            }
            else if (first is not null && (_line[tokens[at].Start] is '/' or ',' or '-' or '&' or '،' || Text(tokens[at]) is "and" or "und" or "et" or "y" or "e" or "и"))
            {
                at++;
            }
            else
            {
                return null;
            }
        }

        return first;
    }
}
