using static FeedHub.Model.Words.Spoken;

namespace FeedHub.Dashboard.Hosts;

/// <summary>The words of the page of hosts.</summary>
internal static class HostsText
{
    public static string Hosts => Say("Hosts", "Host");

    public static string How => Say(
        "Requests are counted with their redirects; 304 is “not modified”. A server that asks to be left alone rests with "
            + "all of its sources.",
        "Permintaan dihitung bersama pengalihannya; 304 berarti “tidak berubah”. Server yang minta tidak diganggu "
            + "diistirahatkan bersama semua sumbernya.");

    public static string NoServerHasBeenAsked => Say("No server has been asked yet.", "Belum ada server yang diminta.");

    public static string AddASource => Say("Add a source", "Tambahkan sumber");

    public static string Host => Say("Host", "Host");

    public static string Requests => Say("Requests", "Permintaan");

    public static string Received => Say("Received", "Diterima");

    public static string Saved => Say("Saved", "Dihemat");

    public static string SmallestGap => Say("Smallest gap", "Jarak terpendek");

    public static string AskedToSlowDown => Say("Asked to slow down", "Diminta melambat");

    public static string LastRequest => Say("Last request", "Permintaan terakhir");

    public static string Rests => Say("Rests", "Istirahat");

    public static string RestsNow => Say("rests", "istirahat");

    public static string No => Say("no", "tidak");
}
