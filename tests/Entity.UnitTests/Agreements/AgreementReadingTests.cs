using System.Text;
using CsCheck;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Agreements;

namespace Truceline.Entity.UnitTests.Agreements;

/// <summary>What is read from agreements: points, lists, tables and timetables.</summary>
public sealed class AgreementReadingTests
{
    private static readonly Lazy<StoryReader> Reader = new(() => new StoryReader());

    private const string Head = "AGREEMENT ON A TRUCE\nGeneva, 12 May 1994\n\nKarvia and the Northern Front have agreed as follows:\n\n";

    [Fact]
    public void Read_LeadInWithItemsOfDeeds_OneObligationEach()
    {
        var read = Obligations("1. The Parties undertake:\n   (a) not to lay mines in the valley;\n   (b) to release all prisoners of war within thirty days.\n2. Karvia shall halt all attacks.\n");

        Assert.Equal(["1(a)", "1(b)", "2"], read.Select(o => o.Number));
        Assert.Equal(ObligationModality.Prohibition, read[0].Modality);
        Assert.Equal("Parties", Assert.Single(read[1].Parties).Text);
        Assert.Equal("1994-06-11", read[1].Deadline?.Value);
    }

    [Fact]
    public void Read_ListOfWeaponsUnderOneVerb_OneObligationWithSeveralObjects()
    {
        var obligation = Assert.Single(Obligations("1. By 10 June both sides shall withdraw from the zone:\n   (a) all tanks;\n   (b) mortars of a calibre up to 120 mm.\n\n2. The map forms part of this document.\n"));

        Assert.Equal("withdraw_weapons", obligation.Action);
        Assert.Equal(["tanks", "mortars of a calibre up to 120 mm"], obligation.Objects.Select(o => o.Text));
        Assert.Equal("1994-06-10", obligation.Deadline?.Value);
    }

    [Fact]
    public void Read_TableOfDistances_ObligationForEachRow()
    {
        var read = Obligations("1. Both sides shall withdraw their weapons to the distances that the Annex sets.\n2. They shall not return.\n\nAnnex\n\nClass | Distance\nTanks | 10 km\nHowitzers of 122 mm and above | 20 km\n");

        Assert.Equal(["10 km", "20 km"], read.Where(o => o.Clause.Start > read[0].Clause.End && o.Action == "withdraw_weapons").Select(o => Assert.Single(o.Areas).Text));
    }

    [Fact]
    public void Read_StepsCountedFromD_DeadlinesFromSignature()
    {
        var read = Obligations("D is the day of signature.\n\nD+3: Karvia hands a list of its minefields to the mission.\nD+15: The Northern Front withdraws its artillery from the town of Besk.\n");

        Assert.Equal(["1994-05-15", "1994-05-27"], read.Select(o => o.Deadline?.Value));
        Assert.Equal(["inform", "withdraw_weapons"], read.Select(o => o.Action));
    }

    [Fact]
    public void Read_TermCountedFromCeasefire_CountsFromItsFirstDay()
    {
        var read = Obligations("1. From 00:00 Kyiv time on 20 May 1994 both sides shall cease fire.\n2. Both sides shall withdraw their tanks within 14 days of the ceasefire.\n");

        Assert.Equal("1994-05-20T00:00+03:00", read[0].From?.Value);
        Assert.Equal(("1994-06-03", "ceasefire"), (read[1].Deadline?.Value, read[1].Deadline?.After));
    }

    [Fact]
    public void Read_TermCountedFromUnknownDay_HasNoValue()
    {
        var read = Obligations("1. Karvia shall withdraw its forces within ten days after the last prisoner has come home.\n2. Karvia shall not return.\n");

        Assert.Null(read[0].Deadline?.Value);
        Assert.Equal("within ten days", read[0].Deadline?.Expression);
    }

    [Fact]
    public void Read_LimitAndException_AreTold()
    {
        var read = Obligations("1. Each party may keep no more than 75 tanks in the zone.\n2. No aircraft other than those of the mission may fly over the zone.\n");

        Assert.Equal((ObligationModality.Limit, 75L), (read[0].Modality, read[0].Limit));
        Assert.Equal("those of the mission", read[1].Exception?.Text);
        Assert.Empty(read[1].Parties);
    }

    [Fact]
    public void Read_TwoDeedsOfDifferentClassUnderOneModal_TwoObligations() =>
        Assert.Equal(
            ["cease_fire", "withdraw_forces"],
            Obligations("1. Both sides shall cease all hostilities and withdraw their troops from the valley.\n2. The map is part of this document.\n").Select(o => o.Action));

    [Fact]
    public void Read_ReportOfAnAgreement_IsReadAsReport()
    {
        var claims = Claims("Ceasefire agreement reached, envoy says\n\nGENEVA, May 12 - Karvia must pull back, the envoy said. The minister told reporters that both sides will talk, he said on Monday.\n");

        Assert.DoesNotContain(claims, c => c.Rule == "agreement-point");
    }

    [Fact]
    public void Read_CommitmentInNews_CarriesObligation()
    {
        var claims = Claims("SOCHI, Russia, Sept 17 (Reuters) - Russia and Turkey agreed on Monday to create a demilitarised zone in Idlib by October 15, President Vladimir Putin said.\n");

        var commitment = Assert.Single(claims, c => c.Kind == ClaimKind.Commitment);
        Assert.Equal("create_zone", commitment.Obligation?.Action);
        Assert.Equal(2, commitment.Obligation?.Parties.Count);
        Assert.EndsWith("-10-15", commitment.Obligation?.Deadline?.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyTextUnderATitle_NeverThrowsAndStaysInside()
    {
        string[] pieces = ["1.", "(a)", "(i)", "Article II", "Annex", "D+5:", "- ", "\n", "\n\n", " | ", "shall", "not", "no more than", "75", "both sides", "within 14 days of", "the", "withdraw", ":", ";", ".", "and", "by", "km", "10", "so that", "that", "to", "from", "(", ")", "undertake", "is to be", "“", "\u0301", "\ud83d\ude00", "no"];
        Gen.Int[0, pieces.Length - 1].Array[0, 60].Sample(
            picks =>
            {
                var text = Head + string.Join(' ', picks.Select(p => pieces[p]));
                Assert.All(Claims(text), c => Assert.InRange(c.Evidence.End, c.Evidence.Start + 1, text.Length));
            },
            iter: 2_000);
    }

    [Fact]
    public void Read_LongAgreement_EveryPointIsRead()
    {
        var text = new StringBuilder(Head);
        for (var i = 1; i <= 400; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i}. Karvia shall withdraw its tanks from the valley within {i} days.\n");

        Assert.Equal(400, Claims(text.ToString()).Count);
    }

    private static List<ObligationDraft> Obligations(string points) => Claims(Head + points).Select(c => c.Obligation).OfType<ObligationDraft>().ToList();

    private static IReadOnlyList<ClaimDraft> Claims(string text) =>
        Reader.Value.Read(text, new ReadingContext(null, new DateTimeOffset(1994, 5, 20, 0, 0, 0, TimeSpan.Zero), Language: "en")).Claims;
}
