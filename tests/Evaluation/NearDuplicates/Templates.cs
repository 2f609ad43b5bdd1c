using System.Text.RegularExpressions;

namespace Truceline.Evaluation.NearDuplicates;

/// <summary>Reports that are made by filling in a template, which are no copies of each other: other days, places and figures.</summary>
internal static partial class Templates
{
    private static readonly string[] Texts =
    [
        """
        Daily report {D}. The Mission recorded {N} ceasefire violations in {P} region, including {N} explosions, compared with {N} violations, including {N} explosions, in the previous reporting period. The majority of ceasefire violations were recorded in areas {C} of {P}. In {P} region, the Mission recorded {N} ceasefire violations, with most of them near {P}.

        The Mission continued monitoring the disengagement areas near {P}, {P} and {P}. Inside the disengagement area near {P} it recorded {N} explosions, assessed as impacts of {W} rounds. Members of the armed formations denied the Mission passage at a checkpoint near {P}.

        The Mission observed weapons in violation of withdrawal lines: {N} {W}s in a residential area of {P} and {N} {W}s near {P}. It followed up on reports of {N} civilian casualties in {P} and facilitated repairs to water infrastructure near {P}.
        """,
        """
        SITUATION REPORT No. {N} - {D}

        Highlights: {N} people were newly displaced from {P} to {P} in the past week. Partners reached {N} households with food parcels and {N} with hygiene kits. The crossing at {P} was open on {S} days; {N} trucks carrying relief goods passed.

        Health: {N} cases of acute watery diarrhoea were reported in {P} district, {N} of them children under five. {S} mobile clinics operated in {P} and {P}. Stocks of oral rehydration salts cover {S} weeks.

        Funding: as of {D}, {N} million dollars of the {N} million required have been received, a coverage of {S} per cent.
        """,
        "At {T} on {D}, {W} shells fired by government forces hit {P}, {C} of {P}, killing {S} civilians and wounding {N}. Damage was reported to {S} houses and a school. Source: local coordination committee of {P}.",
        "Security incident notification. Date: {D}. Time: {T}. Location: {P}, {P} governorate. Type: {W} fire. An unknown number of gunmen opened fire on a checkpoint {S} km {C} of {P}. Casualties: {S} killed, {N} wounded. Action: movements on the road between {P} and {P} are suspended until {D}. Staff are advised to avoid the area.",
        """
        The Observatory documented the deaths of {N} people on {D}: {N} civilians, including {S} children and {S} women, {S} fighters of the opposition and {S} members of the army. {S} civilians died in strikes on {P}, {S} in the shelling of {P} and {S} under torture. {S} fighters were killed in clashes near {P} and {P}.

        Helicopters dropped {N} barrel bombs on {P} and {P}, while warplanes carried out {N} raids on the outskirts of {P}. The number of casualties is likely to rise because some of the wounded are in critical condition.
        """,
        "Between {D} and {D}, the peacekeeping force conducted {N} patrols in its area of operations, {S} of them jointly with the host nation's army. {N} air violations and {S} ground violations of the Blue Line were recorded near {P} and {P}. A helicopter flew over {P} for {N} minutes. The force protested the violations to both parties and asked for access to {S} locations {C} of {P}.",
        "Bulletin of the reconciliation centre ({D}). Over the past 24 hours, {S} violations of the cessation of hostilities were registered in the provinces of {P} ({S}), {P} ({S}) and {P} ({S}). Officers of the centre held {S} humanitarian actions in {P}; {N} kilograms of food were handed out. {N} refugees returned through the checkpoint of {P}. In total {N} settlements have joined the process of reconciliation, and the number of armed formations that declared their commitment to the ceasefire is {N}.",
        "Road status {D}: {P} to {P} open; {P} to {P} open for convoys of up to {S} vehicles with escort; {P} to {P} closed due to {W} fire since {T}. Checkpoints: {S}. Expected waiting time: {S} hours. Fuel available in {P} and {P} only. Next update on {D}.",
        """
        Weekly market bulletin, {P}, {D}. The price of a kilogram of wheat flour stood at {N}, compared with {N} in the week before. Rice was sold at {N}, cooking oil at {N} and diesel at {N} a litre. Traders in {P} and {P} reported delays of {S} days at the crossing of {P}. Wages of unskilled labourers remained at {N} a day. The survival basket for a family of six costs {N}, {S} per cent more than a month ago.
        """,
        "Mine action update for {P}, {D}: teams cleared {N} square metres and destroyed {N} items of unexploded ordnance, among them {S} anti-tank mines. {S} accidents with {N} victims were reported {C} of {P}. Risk education reached {N} people in {S} schools. Work near {P} was suspended for {S} days because of {W} fire.",
    ];

    private static readonly string[] Places =
    [
        "Tell Amara", "Kafr Rayan", "Marj Sultan", "Khan Tuffah", "Deir Sunbul", "Ostrovna", "Bir Halima", "Salihin", "Qasr Diban", "Novohrad", "Petrivka", "Lysova",
        "Wadi Zahra", "Al Hamra", "Verkhnia Dolyna", "Stepove", "Jabal Tin", "Umm Ruman", "Rastan Gate", "Zelena Balka", "Beit Lahm East", "Tarmal", "Kuweir",
        "Malakiya", "Shahba", "Donetske", "Krasna Hora", "Ain Issa", "Suluk", "Hajin", "Mayadin", "Abu Kamal", "Harasta", "Jobar", "Mesraba",
    ];

    private static readonly string[] Compass = ["north", "south", "east", "west", "north-east", "south-west", "north-west", "south-east"];
    private static readonly string[] Weapons = ["mortar", "howitzer", "tank", "small-arms", "heavy-machine-gun", "artillery", "sniper", "rocket-launcher"];
    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "September", "October", "November"];

    /// <summary>Number of templates.</summary>
    internal static int Count => Texts.Length;

    /// <summary>A report made by one of them.</summary>
    internal static string Fill(int template, Random random) => Field().Replace(Texts[template], m => m.Value[1] switch
    {
        'N' => $"{random.Next(11, 990)}",
        'S' => $"{random.Next(1, 12)}",
        'D' => $"{random.Next(1, 31)} {Months[random.Next(Months.Length)]}",
        'T' => $"{random.Next(0, 24):00}:{random.Next(0, 60):00}",
        'C' => Compass[random.Next(Compass.Length)],
        'W' => Weapons[random.Next(Weapons.Length)],
        _ => Places[random.Next(Places.Length)],
    });

    [GeneratedRegex("""\{[NSDTCWP]\}""")]
    private static partial Regex Field();
}
