using System.Net;
using FeedHub.Fetching;

namespace FeedHub.Tests.Fetching;

public sealed class AnswerHeaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Cache-Control: max-age=3600", 3600)]
    [InlineData("cache-control: Public, Max-Age = 60", 60)]
    [InlineData("Cache-Control: max-age=\"60\"", 60)]
    [InlineData("Cache-Control: max-age=60, max-age=5", 60)]
    [InlineData("Cache-Control: ;;=, max-age=60, ==", 60)]
    [InlineData("Cache-Control: no-cache=\"set-cookie\", max-age=60", 60)]
    [InlineData("Cache-Control: public|Cache-Control: max-age=60", 60)]
    [InlineData("Cache-Control: max-age=3600|Age: 600", 3000)]
    [InlineData("Cache-Control: max-age=3600|Age: rubbish", 3600)]
    [InlineData("Cache-Control: max-age=60|Expires: Sun, 22 Nov 2026 12:00:00 GMT", 60)]
    [InlineData("Cache-Control: max-age=99999999999999999999999", 2147483648)]
    [InlineData("Expires: Sun, 22 Nov 2026 11:00:00 GMT|Date: Sun, 22 Nov 2026 10:30:00 GMT", 1800)]
    [InlineData("Expires: Sun, 22 Nov 2026 11:00:00 GMT", 3600)]
    [InlineData("Expires: Sunday, 22-Nov-26 11:00:00 GMT", 3600)]
    [InlineData("Expires: Sun Nov 22 11:00:00 2026", 3600)]
    public void Freshness_OfAnAnswerThatSaysHowLong_IsThat(string headers, long seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Freshness.Of(Answer(headers), Now));

    [Theory]
    [InlineData("")]
    [InlineData("Cache-Control: no-store, max-age=60")]
    [InlineData("Cache-Control: no-cache, max-age=60")]
    [InlineData("Cache-Control: max-age=0")]
    [InlineData("Cache-Control: max-age=-60")]
    [InlineData("Cache-Control: max-age=soon")]
    [InlineData("Cache-Control: max-age")]
    [InlineData("Cache-Control: max-age=60|Age: 61")]
    [InlineData("Expires: 0")]
    [InlineData("Expires: tomorrow")]
    [InlineData("Expires: Sun, 22 Nov 2026 09:00:00 GMT")]
    public void Freshness_OfAnAnswerThatSaysNoneOrRubbish_IsNull(string headers) => Assert.Null(Freshness.Of(Answer(headers), Now));

    [Theory]
    [InlineData("3600", 3600)]
    [InlineData(" 120 ", 120)]
    [InlineData("0", 0)]
    [InlineData("99999999999999999999999", 365L * 86400)]
    [InlineData("Sun, 22 Nov 2026 11:00:00 GMT", 3600)]
    [InlineData("Sun, 22 Nov 2026 11:00:00 GMT|Date: Sun, 22 Nov 2026 10:59:00 GMT", 60)]
    [InlineData("Sun, 22 Nov 2020 11:00:00 GMT", 0)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 365L * 86400)]
    public void RetryAfter_InEitherForm_IsRead(string value, long seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Of(Answer("Retry-After: " + value), Now));

    [Theory]
    [InlineData("")]
    [InlineData("Retry-After: -5")]
    [InlineData("Retry-After: soon")]
    [InlineData("Retry-After: 12.5")]
    public void RetryAfter_AbsentOrRubbish_IsNull(string headers) => Assert.Null(RetryAfter.Of(Answer(headers), Now));

    private static HttpResponseMessage Answer(string headers)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent([]) };
        foreach (var header in headers.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (header[..header.IndexOf(':')], header[(header.IndexOf(':') + 1)..]);
            if (!answer.Headers.TryAddWithoutValidation(name, value))
                answer.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    }
}
