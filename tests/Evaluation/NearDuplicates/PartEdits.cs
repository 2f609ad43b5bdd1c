namespace Truceline.Evaluation.NearDuplicates;

/// <summary>Edits that take, add and move whole parts.</summary>
internal static class PartEdits
{
    private const int FewestWords = 45;

    private static readonly string[] Towns = ["BEIRUT", "NAIROBI", "KYIV", "ADEN", "GENEVA", "TBILISI", "NICOSIA", "Juba", "Baku", "Amman"];
    private static readonly string[] Wires = ["Example Wire", "EW", "Northern Press", "Agence Exemple", "Reporters' Pool", "Staff and agencies"];
    private static readonly string[] Outlets = ["The Daily Ledger", "Harbour Post", "Radio Meridian", "Levant Monitor", "Nordblatt", "City Standard"];

    private static readonly string[] Headlines =
    [
        "Officials confirm new details", "LIVE: Latest developments in the region", "What we know so far", "World in brief", "Report: situation remains tense",
        "Authorities respond to growing concern", "Update: more information emerges", "Exclusive - behind the decision", "Three things to know today",
    ];

    private static readonly string[] Before =
    [
        "Good morning from {0}. Here is what our desk is following today.", "{0} brings you this story through its partnership with independent agencies.",
        "This article was first published by one of our partners and appears on {0} with permission.", "From our correspondent for {0}",
        "Listen to this article in the {0} app (4 min).", "Last updated at 17:42. {0} will keep following events.",
    ];

    private static readonly string[] After =
    [
        "Copyright {0}. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
        "Read more: how we got here, in five maps. Sign up for the {0} newsletter and never miss a story.",
        "(Reporting by our regional bureau; writing by A. Penn; editing by M. Desk and R. Night)", "Share this article. Follow {0} on social media.",
        "{0} is not responsible for the content of external sites.", "With material from the news agencies.",
        "Do you have information on this story? Write to tips@example.org. We protect our sources.", "Support independent journalism: subscribe to {0} from 2.99 a month.",
        "ALSO READ: Opinion - why the next month decides. Photo gallery: a week in pictures. Most read today.",
    ];

    private static readonly string[] Background =
    [
        "The region has seen several rounds of talks in the past two years, none of which led to a lasting settlement. Observers have repeatedly warned that patience is wearing thin among residents.",
        "Aid groups say that funding for the winter covers less than half of what is needed. The shortfall has grown every year since the crisis began, and several programmes have closed.",
        "The organisation was founded after the last war and has some four thousand staff in the field. Its reports are read closely by governments, although it has no power to enforce what it recommends.",
        "Analysts note that similar announcements were made in the past and that few of them were carried out in full. Much, they say, will depend on who pays for it.",
        "The country has been ruled by a caretaker cabinet since elections in spring produced no clear majority. A vote of confidence has been put off three times.",
        "Independent verification is difficult because access to the area is restricted. Our newsroom could not confirm all the details on its own.",
        "Roads in the province are poor and many villages can be reached only in dry weather. Prices of fuel and flour have doubled since the border closed.",
        "A parliamentary committee is to hear experts on the matter next month. Its chairwoman promised that the hearings would be open to the public.",
    ];

    internal static bool CutLead(Draft draft) => Cut(draft, () => draft.Paragraphs.RemoveAt(0), 0.6);

    internal static bool KeepBeginning(Draft draft)
    {
        var kept = 0;
        var words = 0;
        while (kept < draft.Paragraphs.Count && (words < FewestWords || (kept < 2 && draft.Chance(0.5))))
        {
            words += Prose.Words(draft.Paragraphs[kept++]);
        }

        draft.Paragraphs.RemoveRange(kept, draft.Paragraphs.Count - kept);
        return true;
    }

    internal static bool CutEnd(Draft draft) =>
        Cut(draft, () => draft.Paragraphs.RemoveRange(draft.Paragraphs.Count * 2 / 3, draft.Paragraphs.Count - (draft.Paragraphs.Count * 2 / 3)), 0.5);

    internal static bool CutMiddle(Draft draft) => Cut(draft, () => draft.Paragraphs.RemoveAt(draft.Random.Next(1, draft.Paragraphs.Count)), 0.6);

    internal static bool DropSentences(Draft draft)
    {
        var before = draft.Words;
        var paragraphs = draft.Paragraphs.ToArray();
        draft.EachSentence(0.12, _ => "");
        draft.Paragraphs.RemoveAll(p => p.Length == 0);
        if (draft.Words < Math.Max(FewestWords, before * 0.6))
        {
            draft.Paragraphs.Clear();
            draft.Paragraphs.AddRange(paragraphs);
            return false;
        }

        return true;
    }

    internal static bool Dateline(Draft draft)
    {
        var place = draft.Any(Towns);
        draft.Paragraphs[0] = draft.Random.Next(3) switch
        {
            0 => $"{place}, {draft.Random.Next(1, 29)} March ({draft.Any(Wires)}) \u2013 {draft.Paragraphs[0]}",
            1 => $"({place}) {draft.Paragraphs[0]}",
            _ => $"{place}: {draft.Paragraphs[0]}",
        };
        return true;
    }

    internal static bool Headline(Draft draft)
    {
        draft.Paragraphs.Insert(0, draft.Any(Headlines));
        return true;
    }

    internal static bool IntroOfOutlet(Draft draft)
    {
        draft.Paragraphs.Insert(0, Named(draft, Before));
        return true;
    }

    internal static bool Boilerplate(Draft draft)
    {
        for (var i = draft.Random.Next(1, 3); i > 0; i--)
        {
            draft.Paragraphs.Add(Named(draft, After));
        }

        if (draft.Chance(0.3) && draft.Paragraphs.Count > 2)
        {
            draft.Paragraphs.Insert(2, Named(draft, After));
        }

        return true;
    }

    internal static bool InsertBackground(Draft draft)
    {
        draft.Paragraphs.Insert(draft.Random.Next(1, draft.Paragraphs.Count + 1), draft.Any(Background));
        return true;
    }

    internal static bool MoveParagraph(Draft draft)
    {
        if (draft.Paragraphs.Count < 3)
        {
            return false;
        }

        var from = draft.Random.Next(1, draft.Paragraphs.Count);
        var paragraph = draft.Paragraphs[from];
        draft.Paragraphs.RemoveAt(from);
        draft.Paragraphs.Insert(draft.Random.Next(0, draft.Paragraphs.Count + 1), paragraph);
        return true;
    }

    private static string Named(Draft draft, string[] texts) => draft.Any(texts).Replace("{0}", draft.Any(Outlets), StringComparison.Ordinal);

    private static bool Cut(Draft draft, Action cut, double keep)
    {
        var paragraphs = draft.Paragraphs.ToArray();
        var before = draft.Words;
        if (paragraphs.Length > 1)
        {
            cut();
        }

        if (draft.Paragraphs.Count == paragraphs.Length || draft.Words < Math.Max(FewestWords, before * keep))
        {
            draft.Paragraphs.Clear();
            draft.Paragraphs.AddRange(paragraphs);
            return false;
        }

        return true;
    }
}
