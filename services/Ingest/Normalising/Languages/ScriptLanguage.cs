namespace Truceline.Ingest.Normalising.Languages;

/// <summary>Tells languages by their letters, where these are enough. Pure.</summary>
internal static class ScriptLanguage
{
    private const int FewestLetters = 8;

    /// <summary>Latin letters prevail: the words have to decide.</summary>
    internal const string Latin = "latin";

    /// <summary>The language, BCP 47; <see cref="Latin"/>, or "und" when there are too few letters, too many scripts or letters that decide nothing.</summary>
    /// <param name="text">A sample.</param>
    internal static string Of(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Scripts];
        foreach (var c in text)
        {
            if (c < 'A' || (c < 0xAA && !char.IsAsciiLetter(c)))
            {
                continue;
            }

            counts[ScriptOf(c)]++;
        }

        counts[Other] = 0;
        var (best, total) = (0, 0);
        for (var script = 1; script < Scripts; script++)
        {
            total += counts[script];
            best = counts[script] > counts[best] ? script : best;
        }

        if (counts[Kana] > 0 && counts[Kana] + counts[Han] > total / 2 && counts[Kana] * 10 > counts[Han])
        {
            return "ja";
        }

        var few = best is Han or Hangul ? FewestLetters / 2 : FewestLetters;
        return counts[best] < few || counts[best] * 10 < total * 6 ? "und" : best switch
        {
            LatinScript => Latin,
            Cyrillic => CyrillicLanguage(text),
            Arabic => ArabicLanguage(text),
            Hebrew => "he",
            Hangul => "ko",
            Han => "zh",
            Kana => "ja",
            Armenian => "hy",
            Georgian => "ka",
            Greek => "el",
            Ethiopic => "am",
            Devanagari => "hi",
            Bengali => "bn",
            Thai => "th",
            Burmese => "my",
            Tamil => "ta",
            _ => "und",
        };
    }

    private const int Other = 0;
    private const int LatinScript = 1;
    private const int Cyrillic = 2;
    private const int Arabic = 3;
    private const int Hebrew = 4;
    private const int Hangul = 5;
    private const int Han = 6;
    private const int Kana = 7;
    private const int Armenian = 8;
    private const int Georgian = 9;
    private const int Greek = 10;
    private const int Ethiopic = 11;
    private const int Devanagari = 12;
    private const int Bengali = 13;
    private const int Thai = 14;
    private const int Burmese = 15;
    private const int Tamil = 16;
    private const int Scripts = 17;

    private static int ScriptOf(char c) => c switch
    {
        < '\u0250' => c is '×' or '÷' or '«' or '»' or '·' ? Other : LatinScript,
        >= '\u1E00' and <= '\u1EFF' => LatinScript,
        >= '\u0370' and <= '\u03FF' => Greek,
        >= '\u0400' and <= '\u052F' => Cyrillic,
        >= '\u0531' and <= '\u058F' => Armenian,
        >= '\u05D0' and <= '\u05EA' => Hebrew,
        >= '\u0620' and <= '\u064A' or >= '\u066E' and <= '\u06D3' or '\u06D5' => Arabic,
        >= '\u0900' and <= '\u097F' => Devanagari,
        >= '\u0980' and <= '\u09FF' => Bengali,
        >= '\u0B80' and <= '\u0BFF' => Tamil,
        >= '\u0E00' and <= '\u0E7F' => Thai,
        >= '\u1000' and <= '\u109F' => Burmese,
        >= '\u10A0' and <= '\u10FF' => Georgian,
        >= '\u1200' and <= '\u139F' => Ethiopic,
        >= '\u3040' and <= '\u30FF' => Kana,
        >= '\u3400' and <= '\u9FFF' => Han,
        >= '\uAC00' and <= '\uD7AF' or >= '\u1100' and <= '\u11FF' => Hangul,
        _ => Other,
    };

    private static string CyrillicLanguage(ReadOnlySpan<char> text)
    {
        var (russian, ukrainian, belarusian, serbian, macedonian, kazakh, kyrgyz, tajik, hard) = (0, 0, 0, 0, 0, 0, 0, 0, 0);
        foreach (var c in text)
        {
            switch (c)
            {
                case 'ы' or 'э' or 'ё' or 'Э' or 'Ё':
                    russian++;
                    break;
                case 'ї' or 'є' or 'ґ' or 'Ї' or 'Є' or 'Ґ' or 'і' or 'І':
                    ukrainian++;
                    break;
                case 'ў' or 'Ў':
                    belarusian++;
                    break;
                case 'ј' or 'љ' or 'њ' or 'ђ' or 'ћ' or 'џ':
                    serbian++;
                    break;
                case 'ѓ' or 'ќ' or 'ѕ':
                    macedonian++;
                    break;
                case 'ә' or 'қ' or 'ғ' or 'ұ' or 'һ':
                    kazakh++;
                    break;
                case 'ң' or 'ө' or 'ү':
                    kyrgyz++;
                    break;
                case 'ҷ' or 'ӣ' or 'ӯ' or 'ҳ':
                    tajik++;
                    break;
                case 'ъ':
                    hard++;
                    break;
            }
        }

        return tajik > 1 ? "tg" : kazakh > 1 ? "kk" : kyrgyz > 1 ? "ky" : belarusian > 0 && belarusian * 20 > ukrainian ? "be" : macedonian > 0 ? "mk" : serbian > 1 ? "sr"
            : ukrainian > russian ? "uk" : russian > 0 ? "ru" : hard * 40 > text.Length / 4 ? "bg" : "und";
    }

    private static string ArabicLanguage(ReadOnlySpan<char> text)
    {
        var (arabic, persian, urdu, pashto, kurdish) = (0, 0, 0, 0, 0);
        foreach (var c in text)
        {
            switch (c)
            {
                case 'ة' or 'ي' or 'ك' or 'ى' or 'إ' or 'أ':
                    arabic++;
                    break;
                case 'پ' or 'چ' or 'ژ' or 'گ' or 'ک' or 'ی':
                    persian++;
                    break;
                case 'ٹ' or 'ڈ' or 'ڑ' or 'ے' or 'ہ' or 'ھ' or 'ں':
                    urdu++;
                    break;
                case 'ټ' or 'ډ' or 'ړ' or 'ښ' or 'ځ' or 'څ' or 'ۍ' or 'ې':
                    pashto++;
                    break;
                case 'ێ' or 'ۆ' or 'ڕ' or 'ڵ' or 'ە':
                    kurdish++;
                    break;
            }
        }

        return kurdish > 1 && kurdish * 4 > persian ? "ckb" : pashto > 1 && pashto * 8 > persian ? "ps" : urdu > 1 && urdu * 4 > persian ? "ur"
            : persian > arabic ? "fa" : "ar";
    }
}
