using System.Security.Cryptography;
using System.Text;
using FeedHub.Syndication.WebSub;

namespace FeedHub.Syndication.Tests.WebSub;

public sealed class PushSignatureTests
{
    private const string Secret = "sesame";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("<rss/>");
    private static readonly byte[] Key = Encoding.UTF8.GetBytes(Secret);

    private static string Sha256 => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Key, Body));

    [Fact]
    public void TheRightSignature_OfSha256AndAbove_IsBelieved()
    {
        Assert.Null(PushSignature.WhyRefused([Sha256], Secret, Body));
        Assert.Null(PushSignature.WhyRefused([Sha256.ToUpperInvariant()], Secret, Body));
        Assert.Null(PushSignature.WhyRefused(["sha384=" + Convert.ToHexString(HMACSHA384.HashData(Key, Body))], Secret, Body));
        Assert.Null(PushSignature.WhyRefused(["sha512=" + Convert.ToHexString(HMACSHA512.HashData(Key, Body))], Secret, Body));
        Assert.Null(PushSignature.WhyRefused(["sha1=00", Sha256], Secret, Body));
        Assert.Null(PushSignature.WhyRefused(["sha1=00, " + Sha256], Secret, Body));
    }

    [Fact]
    public void Sha1Alone_IsRefused_ThoughItIsRight()
    {
#pragma warning disable CA5350 // What is tried here is that it is not believed.
        var why = PushSignature.WhyRefused(["sha1=" + Convert.ToHexStringLower(HMACSHA1.HashData(Key, Body))], Secret, Body);
#pragma warning restore CA5350
        Assert.Contains("sha1 alone", why?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha256")]
    [InlineData("sha256=")]
    [InlineData("sha256=zz")]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha512=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("md5=0cc175b9c0f1b6a831c399e269772661")]
    [InlineData("=00")]
    public void AnythingElse_IsRefused(string header) => Assert.NotNull(PushSignature.WhyRefused([header], Secret, Body));

    [Fact]
    public void ASignatureOfAnotherSecretOrBody_IsRefused()
    {
        Assert.NotNull(PushSignature.WhyRefused([Sha256], "other", Body));
        Assert.NotNull(PushSignature.WhyRefused([Sha256], Secret, Encoding.UTF8.GetBytes("<rss />")));
        Assert.NotNull(PushSignature.WhyRefused([Sha256[..^2]], Secret, Body));
        Assert.NotNull(PushSignature.WhyRefused([Sha256 + "00"], Secret, Body));
        Assert.NotNull(PushSignature.WhyRefused([], Secret, Body));
    }
}
